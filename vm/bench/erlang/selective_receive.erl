-module(selective_receive).
-export([work/0]).
fill(0, _) -> ok;
fill(N, Me) -> Me ! N, fill(N - 1, Me).
ask(0, _) -> 0;
ask(N, Me) -> Me ! {tag, N}, receive {tag, _} -> ask(N - 1, Me) end.
drain(0) -> 0;
drain(N) -> receive _ -> drain(N - 1) end.
work() -> Me = self(), fill(10000, Me), ask(2000, Me), drain(10000).
