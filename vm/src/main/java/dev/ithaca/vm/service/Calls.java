package dev.ithaca.vm.service;

import java.util.List;

/**
 * A function at the other end of calls.
 *
 * @param function that calls, or is called
 * @param location of its name; null for what is called and has no text
 * @param places of the calls, in the texts of those who call
 */
public record Calls(String function, Location location, List<Occurrence> places) {
    public Calls { places = List.copyOf(places); }
}
