"""The encoder that is trained: six layers of BERT, and what is read off them.

The body is MiniLM (Wang et al. 2020) as all-MiniLM-L6-v2 ships it; its weights come from a package (weights.py). On
top of it: for each mistake a logit a piece of new text, and for the whole message a logit for each mistake and for each
kind of mail.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

WIDTH = 384
HEADS = 12
LAYERS = 6
INNER = 1536
POSITIONS = 512
EPSILON = 1e-12


class _Rounded(torch.autograd.Function):
    """Numbers as eight bits keep them, with the gradient passed on as if nothing had been rounded."""

    @staticmethod
    def forward(_context: object, exact: Tensor, low: Tensor, step: Tensor) -> Tensor:
        return ((exact - low) / step).round_().mul_(step).add_(low)

    @staticmethod
    def backward(_context: object, gradient: Tensor) -> tuple[Tensor, None, None]:
        return gradient, None, None


class Linear(nn.Linear):
    """A linear layer that learns with the roundings that it is to live with (export.py): a row's numbers in 256 steps
    between their least and greatest, each output's weights in 255 around 0."""

    def forward(self, given: Tensor) -> Tensor:
        """`given`: batch, pieces, features."""
        if not self.training:
            return super().forward(given)
        with torch.no_grad():
            low = given.amin((1, 2), keepdim=True).clamp_(max=0)
            step = (given.amax((1, 2), keepdim=True).clamp_(min=0) - low).clamp_(min=1e-6) / 255
            low = (low / step).round_() * step  # so that 0 stays 0
            fine = self.weight.abs().amax(1, keepdim=True).clamp_(min=1e-9) / 127
        rounded = _Rounded.apply(given, low, step)
        return functional.linear(rounded, _Rounded.apply(self.weight, torch.zeros_like(fine), fine), self.bias)


class _Fused(torch.autograd.Function):
    """Attention without a mask, written to ONNX as the one operator that onnxruntime has for it: a fifth faster than
    the same in pieces (MultiHeadAttention in its list of contributed operators)."""

    @staticmethod
    def forward(_context: object, query: Tensor, key: Tensor, value: Tensor) -> Tensor:
        return _attention(query, key, value, None)

    @staticmethod
    def symbolic(graph: Any, query: Any, key: Any, value: Any) -> Any:
        """What is written to ONNX."""
        made = graph.op("com.microsoft::MultiHeadAttention", query, key, value, num_heads_i=HEADS)
        return made.setType(query.type())


def _attention(query: Tensor, key: Tensor, value: Tensor, mask: Tensor | None) -> Tensor:
    batch, pieces, _ = query.shape

    def split(made: Tensor) -> Tensor:
        return made.view(batch, pieces, HEADS, WIDTH // HEADS).transpose(1, 2)

    seen = functional.scaled_dot_product_attention(split(query), split(key), split(value), attn_mask=mask)
    return seen.transpose(1, 2).reshape(batch, pieces, WIDTH)


class Layer(nn.Module):
    """One layer: attention and a feed-forward net, each added to what came in and normalised."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (Linear(WIDTH, WIDTH) for _ in range(4))
        self.after = nn.LayerNorm(WIDTH, EPSILON)
        self.up, self.down = Linear(WIDTH, INNER), Linear(INNER, WIDTH)
        self.last = nn.LayerNorm(WIDTH, EPSILON)
        self.dropout = nn.Dropout(dropout)

    def forward(self, hidden: Tensor, mask: Tensor | None) -> Tensor:
        """`hidden`: batch, pieces, WIDTH. `mask`: batch, 1, 1, pieces; 0 where there is a piece, else very negative."""
        query, key, value = self.query(hidden), self.key(hidden), self.value(hidden)
        seen = _Fused.apply(query, key, value) if mask is None else _attention(query, key, value, mask)
        hidden = self.after(hidden + self.dropout(self.out(seen)))
        inner = self.down(functional.gelu(self.up(hidden)))
        normal: Tensor = self.last(hidden + self.dropout(inner))
        return normal


class Encoder(nn.Module):
    """`forward` gives the logits: a piece (batch, pieces, mistakes), a message (batch, mistakes), a kind of mail
    (batch, kinds)."""

    def __init__(self, vocabulary: int, mistakes: int, kinds: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.types = nn.Embedding(2, WIDTH)
        self.first = nn.LayerNorm(WIDTH, EPSILON)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.dropout = nn.Dropout(dropout)
        self.of_piece = nn.Linear(WIDTH, mistakes)
        self.of_message = nn.Linear(2 * WIDTH, mistakes)
        self.of_kind = nn.Linear(2 * WIDTH, kinds)

    def forward(self, ids: Tensor, types: Tensor, mask: Tensor | None = None) -> tuple[Tensor, Tensor, Tensor]:
        """`ids`, `types`, `mask` (1: a piece, 0: padding; None: no padding): batch, pieces."""
        places = torch.arange(ids.shape[1], device=ids.device)
        hidden = self.dropout(self.first(self.words(ids) + self.positions(places) + self.types(types)))
        spared = None if mask is None else (1.0 - mask.to(hidden.dtype))[:, None, None, :] * -1e4
        for layer in self.layers:
            hidden = layer(hidden, spared)
        if mask is None:
            mean = hidden.mean(1)
        else:
            weights = mask.to(hidden.dtype).unsqueeze(-1)
            mean = (hidden * weights).sum(1) / weights.sum(1)
        whole = self.dropout(torch.cat((hidden[:, 0], mean), -1))
        return self.of_piece(self.dropout(hidden)), self.of_message(whole), self.of_kind(whole)


def smooth_maximum(logits: Tensor, among: Tensor) -> Tensor:
    """The maximum over pieces, made smooth: an average that weighs each logit by its own softmax.

    `logits`: batch, pieces, mistakes. `among`: the pieces that count, batch, pieces, mistakes or 1 (bool). A row in
    which no piece counts gives -10.
    """
    hidden = logits.masked_fill(~among, -1e4)
    weights = torch.softmax(hidden, 1)
    pooled = (weights * logits.masked_fill(~among, 0.0)).sum(1)
    return torch.where(among.any(1).expand_as(pooled), pooled, torch.full_like(pooled, -10.0))
