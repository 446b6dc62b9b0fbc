-module(map_insert_lookup).
-export([work/0]).
fill(0, M) -> M;
fill(N, M) -> fill(N - 1, M#{N * 7919 rem 1000003 => N}).
probe(0, _, Hits) -> Hits;
probe(N, M, Hits) -> probe(N - 1, M, case maps:is_key(N, M) of true -> Hits + 1; false -> Hits end).
work() -> probe(200000, fill(200000, #{}), 0).
