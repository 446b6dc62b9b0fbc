-module(list_recursion).
-export([work/0]).
total([]) -> 0;
total([H | T]) -> H + total(T).
work() -> total(lists:seq(1, 10000000)).
