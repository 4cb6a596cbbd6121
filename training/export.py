"""Weights -> the file that tactful ships: ONNX, weights in 8 bits, `python -m training.export --weights DIR --out DIR`.

8-bit weights keep to 7 bits (reduce_range), as processors without VNNI lose sums otherwise; word and position
embeddings are stored in 8 bits too. What it gives is compared with the weights on real rows, and the
difference printed.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from checks.reader.encoder import KINDS, LABELLED
from checks.reader.wordpiece import Vocabulary
from training import weights
from training.corpus import split
from training.examples import examples
from training.model import Encoder

INPUTS = ("ids", "types")
OUTPUTS = ("pieces", "message", "kinds")


def plain(encoder: Encoder, path: Path) -> None:
    """Writes the encoder as ONNX in 32 bits, for one message at a time."""
    encoder.eval()
    ids = torch.randint(5, 1000, (1, 12))
    axes = {name: {1: "pieces"} for name in (*INPUTS, "pieces")}
    torch.onnx.export(
        encoder, (ids, torch.zeros_like(ids)), str(path), input_names=INPUTS, output_names=OUTPUTS, dynamic_axes=axes,
        opset_version=17, custom_opsets={"com.microsoft": 1}, dynamo=False,
    )  # fmt: skip


def small(path: Path, out: Path) -> None:
    """The same in 8 bits."""
    quantize_dynamic(
        path, out, weight_type=QuantType.QInt8, per_channel=True, reduce_range=False,
        op_types_to_quantize=["MatMul", "Gather"], extra_options={"MatMulConstBOnly": True},
    )  # fmt: skip


def difference(encoder: Encoder, path: Path) -> str:
    """How far the file's probabilities are from those of the weights, on some rows, in words."""
    vocabulary = Vocabulary.read(weights.vocabulary())
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    far = []
    with torch.no_grad():
        for row in examples(split("train")[:200], vocabulary):
            ids, types = np.array([row.ids]), np.array([row.types])
            _, message, _ = session.run(None, {"ids": ids, "types": types})
            _, right, _ = encoder(torch.tensor(ids), torch.tensor(types))
            far.append(np.abs(1 / (1 + np.exp(-message)) - torch.sigmoid(right).numpy()).max())
    return f"probabilities differ by {np.mean(far):.4f} on average, {np.max(far):.4f} at most"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    asked = parser.parse_args()
    encoder = Encoder(len(weights.vocabulary().splitlines()), len(LABELLED), len(KINDS))
    encoder.load_state_dict(torch.load(asked.weights / "weights.pt"))
    encoder.eval()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "plain.onnx"
        plain(encoder, path)
        onnx.checker.check_model(str(path))
        small(path, asked.out / "encoder.onnx")
    print(difference(encoder, asked.out / "encoder.onnx"))
    print(f"{(asked.out / 'encoder.onnx').stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
