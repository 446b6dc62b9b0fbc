-module(mandelbrot).
-export([work/0]).
escape(_, _, _, _, 0) -> 0;
escape(_, _, Zr, Zi, N) when Zr * Zr + Zi * Zi > 4.0 -> N;
escape(Cr, Ci, Zr, Zi, N) -> escape(Cr, Ci, Zr * Zr - Zi * Zi + Cr, 2.0 * Zr * Zi + Ci, N - 1).
row(_, Size, Size, Total) -> Total;
row(Y, X, Size, Total) -> row(Y, X + 1, Size, Total + escape(X * 3.0 / Size - 2.0, Y * 2.0 / Size - 1.0, 0.0, 0.0, 100)).
rows(Size, Size, Total) -> Total;
rows(Y, Size, Total) -> rows(Y + 1, Size, row(Y, 0, Size, Total)).
work() -> rows(0, 300, 0).
