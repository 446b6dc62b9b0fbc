-module(spawn_and_exit).
-export([work/0]).
launch(0, _) -> ok;
launch(N, Me) -> spawn(fun() -> Me ! 1 end), launch(N - 1, Me).
collect(0, Total) -> Total;
collect(N, Total) -> receive K -> collect(N - 1, Total + K) end.
work() -> launch(300000, self()), collect(300000, 0).
