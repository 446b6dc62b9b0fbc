package dev.ithaca.monitor.model;

import dev.ithaca.vm.inspect.ValueView;

/**
 * What an expression gave that the user typed.
 *
 * @param number tells those with the same words apart
 * @param pid of the process whose variables it was evaluated with
 */
public record EvaluatedExpression(int number, long pid, String expression, ValueView value) {}
