%% Runs work() of a module again and again and prints the milliseconds of each run.
-module(harness).
-export([main/1]).
main([Module]) ->
    run(list_to_atom(Module), 12), init:stop().
run(_, 0) -> ok;
run(Module, N) ->
    {Micros, Result} = timer:tc(fun() -> Module:work() end),
    io:format("run ~p ~p~n", [Micros / 1000, Result]),
    run(Module, N - 1).
