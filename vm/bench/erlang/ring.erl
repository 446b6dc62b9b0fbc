-module(ring).
-export([work/0]).
node_loop(Next) -> receive 0 -> Next ! 0; K -> Next ! (K - 1), node_loop(Next) end.
build(0, Next) -> Next;
build(N, Next) -> build(N - 1, spawn(fun() -> node_loop(Next) end)).
relay(Next) -> receive 0 -> 0; K -> Next ! (K - 1), relay(Next) end.
work() -> First = build(999, self()), First ! 1000000, relay(First).
