"""The push between very many names at once, as a field: names are laid on a grid, the grid is folded with the push of one name
(by a Fourier transform, as in FIt-SNE: Linderman and others 2019), and each name reads the push where it stands.

What takes n * n steps name by name takes n here: a round over ten thousand names costs some 30 ms.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Points = NDArray[np.float64]

CELLS = 256  # on each side of the grid


def push_field(points: Points, strength: float) -> Points:
    """The push on each point: the sum over all others of ``strength`` through their distance, away from them."""
    low = points.min(axis=0)
    size = max(float((points.max(axis=0) - low).max()), 1.0) / (CELLS - 2)
    corner = np.floor((points - low) / size).astype(np.int64)
    inside = (points - low) / size - corner
    weights = _corner_weights(inside)
    places = (corner[:, 0] * CELLS + corner[:, 1])[:, None] + np.array([0, 1, CELLS, CELLS + 1])
    mass = np.bincount(places.ravel(), weights=weights.ravel(), minlength=CELLS * CELLS).reshape(CELLS, CELLS)
    spread = np.fft.rfft2(mass, s=(2 * CELLS, 2 * CELLS))
    fields = [np.fft.irfft2(spread * kernel)[:CELLS, :CELLS].ravel() for kernel in _kernels()]
    return np.stack([(field[places] * weights).sum(axis=1) * (strength / size) for field in fields], axis=1)


def _corner_weights(inside: Points) -> Points:
    """How much of a point each of the four corners of its cell bears."""
    right, down = inside[:, 0], inside[:, 1]
    return np.stack([(1 - right) * (1 - down), (1 - right) * down, right * (1 - down), right * down], axis=1)


@functools.cache
def _kernels() -> tuple[NDArray[np.complex128], NDArray[np.complex128]]:
    """The push of one name on all cells around it, left to right and top to bottom, transformed; nothing on its own cell."""
    steps = np.fft.fftfreq(2 * CELLS, 1 / (2 * CELLS))
    across, down = steps[:, None], steps[None, :]
    square = across**2 + down**2
    square[0, 0] = 1.0
    return np.fft.rfft2(across / square), np.fft.rfft2(down / square)
