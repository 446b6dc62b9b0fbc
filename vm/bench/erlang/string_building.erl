-module(string_building).
-export([work/0]).
build(0, Parts) -> Parts;
build(N, Parts) -> build(N - 1, [<<"item ", (integer_to_binary(N))/binary>> | Parts]).
work() -> byte_size(iolist_to_binary(lists:join(<<", ">>, build(300000, [])))).
