-module(tree_matching).
-export([work/0]).
insert(leaf, V) -> {node, leaf, V, leaf};
insert({node, L, X, R}, V) when V < X -> {node, insert(L, V), X, R};
insert({node, L, X, R}, V) when V > X -> {node, L, X, insert(R, V)};
insert(T, _) -> T.
grow(0, _, T) -> T;
grow(N, Seed, T) -> grow(N - 1, (Seed * 1103515245 + 12345) rem 2147483648, insert(T, Seed)).
weight(leaf) -> 0;
weight({node, L, _, R}) -> weight(L) + 1 + weight(R).
work() -> weight(grow(100000, 42, leaf)).
