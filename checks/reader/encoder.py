"""The encoder at work: a message in, probabilities out. Loaded on first use, for the life of the process.

onnxruntime runs it on one thread, without its memory arena (a worker that is idle most of the time should be small),
and with its telemetry off. What it was trained on and how well it reads is said in model/CARD.md.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import as_file, files
from math import exp
from typing import TYPE_CHECKING, Any

from checks.model import MISTAKES, Message, Mistake
from checks.occasions import Kind
from checks.reader.sheet import Sheet, sheets
from checks.reader.wordpiece import Vocabulary
from checks.text import NewText

if TYPE_CHECKING:
    import numpy as np
    import onnxruntime

KINDS: tuple[Kind, ...] = (
    "application", "follow-up", "thank-you", "answer", "scheduling", "logistics", "correction", "withdrawal",
    "acceptance", "complaint", "other",
)  # fmt: skip
"""The kinds of mail, in the order of the encoder's logits."""
LABELLED: tuple[Mistake, ...] = tuple(mistake for mistake in MISTAKES if mistake != "frequency")
"""The mistakes that are read from text, in the order of the encoder's logits."""
_WHOLE = LABELLED.index("thanks")


@dataclass(frozen=True, slots=True)
class Reading:
    """What the encoder makes of a message.

    `mistakes`: probability of each. `kinds`: probability of each kind of mail. `weights`: for each mistake the places
    in the body (start, end in code points) that speak for it, with their logits, in the order of the text; in the place
    of `thanks` those that speak of gratitude.
    """

    mistakes: Mapping[Mistake, float]
    kinds: Mapping[Kind, float]
    weights: Mapping[Mistake, tuple[tuple[int, int, float], ...]]


@dataclass(frozen=True, slots=True)
class Encoder:
    """The loaded model. One thread at a time."""

    session: onnxruntime.InferenceSession
    vocabulary: Vocabulary

    def read(self, message: Message, text: NewText) -> Reading:
        """Of several sheets the one that speaks loudest counts for each mistake; but thanks are missing only where no
        sheet holds them. The first one tells the kind."""
        every = [self._sheet(sheet) for sheet in sheets(message, text, self.vocabulary)]
        return Reading(
            {
                mistake: (min if mistake == "thanks" else max)(read.mistakes[mistake] for read in every)
                for mistake in LABELLED
            },
            every[0].kinds,
            {mistake: tuple(place for read in every for place in read.weights[mistake]) for mistake in LABELLED},
        )

    def _sheet(self, sheet: Sheet) -> Reading:
        import numpy as np

        ids = np.array([sheet.ids], dtype=np.int64)
        types = np.array([sheet.types], dtype=np.int64)
        pieces, whole, kinds = self.session.run(None, {"ids": ids, "types": types})
        new = [number for number, (start, _) in enumerate(sheet.places) if start >= 0]
        said = pieces[0][new]
        words = _smooth_maximum(said) if new else np.full(len(LABELLED), -10.0)
        shares = np.exp(kinds[0] - kinds[0].max())
        kind = dict(zip(KINDS, (shares / shares.sum()).tolist(), strict=True))
        chances = [
            _probability(float(of_words + of_whole) / 2) for of_words, of_whole in zip(words, whole[0], strict=True)
        ]
        # In the place of thanks the pieces carry gratitude: there is none where a follow-up is without it.
        ungrateful = (kind["follow-up"] + kind["thank-you"]) * _probability(-float(words[_WHOLE]))
        chances[_WHOLE] = (_probability(float(whole[0][_WHOLE])) + ungrateful) / 2
        weights: dict[Mistake, tuple[tuple[int, int, float], ...]] = {
            mistake: tuple((*sheet.places[at], float(said[row][number])) for row, at in enumerate(new))
            for number, mistake in enumerate(LABELLED)
        }
        return Reading(dict(zip(LABELLED, chances, strict=True)), kind, weights)


def _probability(logit: float) -> float:
    return 1 / (1 + exp(-max(-30.0, min(30.0, logit))))


def _smooth_maximum(logits: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """The average over pieces that weighs each logit by its own softmax (training/model.py)."""
    import numpy as np

    weights = np.exp(logits - logits.max(0))
    maximum: np.ndarray[Any, Any] = (weights * logits).sum(0) / weights.sum(0)
    return maximum


@cache
def encoder() -> Encoder:
    """The one of this process."""
    import onnxruntime

    onnxruntime.disable_telemetry_events()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False
    options.log_severity_level = 4
    folder = files("checks.reader") / "model"
    with as_file(folder / "encoder.onnx") as path:
        session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    return Encoder(session, Vocabulary.read((folder / "vocab.txt").read_text("utf-8")))


@lru_cache(maxsize=1)
def reading_of(message: Message, text: NewText) -> Reading:
    """What the encoder makes of a message, made once however often it is asked for."""
    return encoder().read(message, text)


@cache
def thresholds() -> Mapping[str, Mapping[str, float]]:
    """What was chosen for this model on rows that it had not learnt from: "speaks" and "doubts", by mistake."""
    text = (files("checks.reader") / "model" / "thresholds.json").read_text("utf-8")
    loaded: dict[str, dict[str, float]] = json.loads(text)
    return loaded
