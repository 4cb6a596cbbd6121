"""Trains the reader: `python -m training.train --out DIR` (see training/README.md; `make train` does all).

A batch holds rows of like length. What is taught: for each mistake whether a row has it, read off the pieces by a
smooth maximum and off the whole message; which words carry it, where twins tell; and the kind of mail. The weights that
are kept are a moving average, which generalises better than the last ones.
"""

from __future__ import annotations

import argparse
import json
import math
import time
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

import torch
from torch import Tensor, nn
from torch.nn import functional

from checks.reader.encoder import KINDS, LABELLED
from checks.reader.sheet import sheets
from checks.reader.wordpiece import Vocabulary
from checks.text import new_text
from training import weights
from training.corpus import ROOT, Row, read, split
from training.examples import FOLLOW_UPS, OF_WHOLE, Example, examples
from training.grafts import grafted, scions
from training.model import Encoder, smooth_maximum
from training.slips import slipped

PIECES = 3072
"""Pieces of a batch, padding counted."""
SLIPS = 0.12
"""Share of the rows without sloppiness that each epoch shows once more with a slip."""
GRAFTS = 0.4
"""Share of the rows into which each epoch puts a sentence of another one."""
HALVES: bool = torch.cpu._is_avx512_bf16_supported()
"""Whether to reckon in bfloat16, where the processor can; elsewhere that takes half as long again."""
POSITIVE = 3.0
"""Weight of a row that has a mistake against one that hasn't."""


@dataclass(frozen=True, slots=True)
class Batch:
    """`ids`, `types`, `mask`: rows, pieces. `labels`: rows, mistakes. `carriers`, `others`: rows, pieces, mistakes; the
    pieces that carry a mistake and those that don't; where nobody knows, all new pieces carry and none doesn't."""

    ids: Tensor
    types: Tensor
    mask: Tensor
    new: Tensor
    labels: Tensor
    kinds: Tensor
    carriers: Tensor
    others: Tensor
    gratitude: Tensor


def batch(rows: Sequence[Example]) -> Batch:
    """Examples side by side, the short ones padded."""
    longest = max(len(row.ids) for row in rows)
    shape = (len(rows), longest)
    ids, types, mask = (torch.zeros(shape, dtype=torch.long) for _ in range(3))
    new = torch.zeros(shape, dtype=torch.bool)
    carriers = torch.zeros((*shape, len(LABELLED)), dtype=torch.bool)
    others = torch.zeros_like(carriers)
    for number, row in enumerate(rows):
        length = len(row.ids)
        ids[number, :length] = torch.tensor(row.ids)
        types[number, :length] = torch.tensor(row.types)
        mask[number, :length] = 1
        new[number, :length] = torch.tensor(row.new)
        carriers[number] = new[number].unsqueeze(-1)
        for mistake, marks in row.carriers.items():
            carriers[number, :length, mistake] = torch.tensor(marks)
            others[number, :, mistake] = new[number] & ~carriers[number, :, mistake]
    labels = torch.tensor([row.labels for row in rows], dtype=torch.float32)
    kinds = torch.tensor([row.kind for row in rows])
    gratitude = torch.tensor([row.gratitude for row in rows], dtype=torch.float32)
    return Batch(ids, types, mask, new, labels, kinds, carriers, others, gratitude)


def batches(rows: Sequence[Example], chance: Random) -> Iterator[Batch]:
    """All rows once, those of like length together, the batches in any order."""
    order = sorted(rows, key=lambda row: len(row.ids) * chance.uniform(0.9, 1.1))
    cut: list[list[Example]] = [[]]
    for row in order:
        if cut[-1] and len(row.ids) * (len(cut[-1]) + 1) > PIECES:
            cut.append([])
        cut[-1].append(row)
    chance.shuffle(cut)
    return map(batch, cut)


def loss(encoder: Encoder, rows: Batch) -> Tensor:
    """What is to become small."""
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=HALVES):
        pieces, whole, kinds = encoder(rows.ids, rows.types, rows.mask)
    pieces, whole, kinds = pieces.float(), whole.float(), kinds.float()
    positive = torch.full((len(LABELLED),), POSITIVE)
    carried = smooth_maximum(pieces, rows.carriers)
    spared = smooth_maximum(pieces, rows.others)
    said, told = rows.labels.clone(), torch.ones_like(rows.labels)
    said[:, OF_WHOLE], told[:, OF_WHOLE] = rows.gratitude.clamp(min=0), (rows.gratitude >= 0).float()
    positive_words = positive.clone()
    positive_words[OF_WHOLE] = 1.0
    words = functional.binary_cross_entropy_with_logits(carried, said, pos_weight=positive_words, reduction="none")
    words = ((words + functional.softplus(spared)) * told).sum() / told.sum()
    message = functional.binary_cross_entropy_with_logits(whole, rows.labels, pos_weight=positive)
    known = rows.kinds >= 0
    kind = functional.cross_entropy(kinds[known], rows.kinds[known]) if known.any() else torch.zeros(())
    return words + message + 0.3 * kind


def scores(encoder: nn.Module, rows: Sequence[Example]) -> list[tuple[list[float], list[float]]]:
    """For each row the probability of each mistake and of each kind."""
    encoder.eval()
    found: dict[int, tuple[list[float], list[float]]] = {}
    order = sorted(range(len(rows)), key=lambda number: len(rows[number].ids))
    with torch.no_grad():
        for first in range(0, len(order), 16):
            numbers = order[first : first + 16]
            some = batch([rows[number] for number in numbers])
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=HALVES):
                pieces, whole, kinds = encoder(some.ids, some.types, some.mask)
            shares = torch.softmax(kinds.float(), -1)
            chances = probabilities(pieces.float(), whole.float(), shares, some.new)
            for number, row, kind in zip(numbers, chances, shares, strict=True):
                found[number] = (row.tolist(), kind.tolist())
    encoder.train()
    return [found[number] for number in range(len(rows))]


def probabilities(pieces: Tensor, whole: Tensor, kinds: Tensor, new: Tensor) -> Tensor:
    """Of each mistake: by the mean of what its words and what the whole message say; `thanks` by the mean of what the
    whole says and of there being a follow-up without gratitude."""
    words = smooth_maximum(pieces, new.unsqueeze(-1))
    chances = torch.sigmoid((words + whole) / 2)
    follows = sum(kinds[:, KINDS.index(kind)] for kind in FOLLOW_UPS)
    chances[:, OF_WHOLE] = (torch.sigmoid(whole[:, OF_WHOLE]) + follows * torch.sigmoid(-words[:, OF_WHOLE])) / 2
    return chances


def average_precision(right: Sequence[bool], score: Sequence[float]) -> float:
    """The area under precision over recall."""
    hits, total = 0, 0.0
    for rank, (_, is_right) in enumerate(sorted(zip(score, right, strict=True), reverse=True), 1):
        if is_right:
            hits += 1
            total += hits / rank
    return total / max(1, hits)


def report(encoder: nn.Module, rows: Sequence[Example]) -> str:
    """Average precision by mistake and the share of kinds that are right, in a line."""
    found = scores(encoder, rows)
    words = []
    for number, mistake in enumerate(LABELLED):
        ap = average_precision([bool(row.labels[number]) for row in rows], [score[0][number] for score in found])
        words.append(f"{mistake} {ap:.3f}")
    known = [(row.kind, score[1]) for row, score in zip(rows, found, strict=True) if row.kind >= 0]
    if known:
        right = sum(max(range(len(kinds)), key=kinds.__getitem__) == kind for kind, kinds in known)
        words.append(f"kind {right / len(known):.3f}")
    return "  ".join(words)


def varied(rows: Sequence[Row], plain: Sequence[Example], vocabulary: Vocabulary, chance: Random) -> list[Example]:
    """An epoch's examples: some rows with a sentence of another one put in, and some once more with a slip."""
    pieces = scions(rows)
    made = []
    for row, example in zip(rows, plain, strict=True):
        put = grafted(row, pieces, chance) if chance.random() < GRAFTS else None
        made.append(_marked(*put, example, vocabulary) if put else example)
        if "sloppiness" not in row.labels and chance.random() < SLIPS and (slip := slipped(row, chance)):
            made.append(_marked(slip[0], {"sloppiness": slip[1]}, example, vocabulary))
    return made


def _marked(row: Row, places: Mapping[str, tuple[int, int]], plain: Example, vocabulary: Vocabulary) -> Example:
    """A row that was changed, as an example in which the words put in carry their mistakes. What the row had before
    may stand anywhere but in these."""
    example = next(iter(examples([replace(row, family=f"{row.id} changed")], vocabulary)))
    sheet = sheets(row.message, new_text(row.message.body), vocabulary)[0].places
    carriers = {}
    for number, mistake in enumerate(LABELLED):
        if mistake in places and not plain.labels[number]:
            start, end = places[mistake]
            marks = tuple(0 <= first < end and start < last for first, last in sheet)
            if any(marks):
                carriers[number] = marks
    return replace(example, carriers=carriers, gratitude=plain.gratitude, kind=-1)


def train(rows: Sequence[Row], check: Sequence[Row], *, epochs: int, seed: int, rate: float, out: Path) -> nn.Module:
    """The averaged encoder, kept in `out` after each epoch. `check`: rows whose figures are printed, nothing else."""
    torch.manual_seed(seed)
    chance = Random(seed)
    lines = weights.vocabulary()
    vocabulary = Vocabulary.read(lines)
    learnt, checked = examples(rows, vocabulary), examples(check, vocabulary)
    encoder = Encoder(len(vocabulary.pieces), len(LABELLED), len(KINDS))
    weights.into(encoder)
    heads = [parameter for name, parameter in encoder.named_parameters() if name.startswith("of_")]
    # What single pieces mean stays: half of all weights, and too many for this much mail.
    encoder.words.requires_grad_(False)
    body = [parameter for name, parameter in encoder.named_parameters() if not name.startswith(("of_", "words."))]
    optimizer = torch.optim.AdamW([{"params": body, "lr": rate}, {"params": heads, "lr": 1e-3}], weight_decay=0.01)
    steps = epochs * len(list(batches(learnt, Random(0)))) * (1 + SLIPS * 0.8)
    warm = steps * 0.06
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / warm, max(0.02, (steps - step) / (steps - warm)))
    )
    average = deepcopy(encoder)
    encoder.train()
    step, started = 0, time.monotonic()
    for epoch in range(epochs):
        total = count = 0.0
        for some in batches(varied(rows, learnt, vocabulary, chance), chance):
            value = loss(encoder, some)
            optimizer.zero_grad(set_to_none=True)
            value.backward()
            nn.utils.clip_grad_norm_([*heads, *body], 1.0)
            optimizer.step()
            schedule.step()
            step += 1
            keep = min(0.995, (1 + step) / (20 + step))
            with torch.no_grad():
                for mine, its in zip(average.parameters(), encoder.parameters(), strict=True):
                    mine.lerp_(its, 1 - keep)
            total += value.item()
            count += 1
        spent = time.monotonic() - started
        print(f"epoch {epoch + 1}: loss {total / count:.4f}, {spent:.0f} s", flush=True)
        if checked:
            print(f"   {report(average, checked)}", flush=True)
        torch.save(average.state_dict(), out / "weights.pt")
    return average


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="folder for the weights")
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--rate", type=float, default=6e-5)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--check", type=Path, default=ROOT.parent / "shared" / "corpus" / "dev.jsonl")
    parser.add_argument("--leave-out", type=float, default=0.1, help="share of the families that is only measured")
    asked = parser.parse_args()
    torch.set_num_threads(asked.threads)
    rows = split("train")
    check = read(asked.check) if asked.check.exists() else []
    left = leave_out(rows, asked.leave_out)
    rows = [row for row in rows if row.family not in left]
    print(f"{len(rows)} rows to learn from, {len(check)} to check", flush=True)
    asked.out.mkdir(parents=True, exist_ok=True)
    (asked.out / "left-out.json").write_text(json.dumps(sorted(left)), "utf-8")
    train(rows, check, epochs=asked.epochs, seed=asked.seed, rate=asked.rate, out=asked.out)


def leave_out(rows: Sequence[Row], share: float) -> set[str]:
    """Every n-th family, the same ones each time."""
    if not share:
        return set()
    names = sorted({row.family for row in rows})
    Random(1).shuffle(names)
    return set(names[: math.ceil(len(names) * share)])


if __name__ == "__main__":
    main()
