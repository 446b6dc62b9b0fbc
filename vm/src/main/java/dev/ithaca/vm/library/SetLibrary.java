package dev.ithaca.vm.library;

import dev.ithaca.vm.runtime.value.ListValue;
import dev.ithaca.vm.runtime.value.SetValue;

/** Functions on sets (chapter 3, section 5.2). */
public final class SetLibrary {
    private SetLibrary() {}

    @NostosFunction(name = "Set.contains", type = "Set[a], a -> Bool", complexity = "O(log n)", doc = "Whether a set has an element.",
            example = "#{1, 2}.contains(2) => true")
    public static boolean contains(SetValue set, Object element) { return set.contains(element); }

    @NostosFunction(name = "Set.insert", type = "Hash a => Set[a], a -> Set[a]", complexity = "O(log n)", doc = "The set with an element added.",
            example = "#{1}.insert(2) => #{1, 2}")
    public static SetValue insert(SetValue set, Object element) { return set.add(element); }

    @NostosFunction(name = "Set.remove", type = "Set[a], a -> Set[a]", complexity = "O(log n)", doc = "The set without an element.",
            example = "#{1, 2}.remove(1) => #{2}")
    public static SetValue remove(SetValue set, Object element) { return set.remove(element); }

    @NostosFunction(name = "Set.size", type = "Set[a] -> Int", doc = "The number of elements.", example = "#{1, 1}.size() => 1")
    public static long size(SetValue set) { return set.size(); }

    @NostosFunction(name = "Set.isEmpty", type = "Set[a] -> Bool", doc = "Whether a set has no elements.", example = "#{1}.isEmpty() => false")
    public static boolean isEmpty(SetValue set) { return set.isEmpty(); }

    @NostosFunction(name = "Set.toList", type = "Set[a] -> List[a]", complexity = "O(n)", doc = "The elements in order of insertion.",
            example = "#{3, 1}.toList() => [3, 1]")
    public static ListValue toList(SetValue set) {
        var elements = new ListValue.Builder(set.size());
        for (Object element : set) elements.add(element);
        return elements.build();
    }

    @NostosFunction(name = "Set.fromList", type = "Hash a, Eq a => List[a] -> Set[a]", complexity = "O(n log n)", doc = "The set of a list's elements.",
            example = "Set.fromList([1, 2, 1]) => #{1, 2}")
    public static SetValue fromList(ListValue list) {
        SetValue.Builder set = SetValue.EMPTY.builder();
        for (Object element : list) set.add(element);
        return set.build();
    }

    @NostosFunction(name = "Set.union", type = "Set[a], Set[a] -> Set[a]", complexity = "O(size of the second * log n)",
            doc = "The elements of either set.", example = "#{1}.union(#{2}) => #{1, 2}")
    public static SetValue union(SetValue first, SetValue second) {
        SetValue.Builder union = first.builder();
        for (Object element : second) union.add(element);
        return union.build();
    }

    @NostosFunction(name = "Set.intersection", type = "Set[a], Set[a] -> Set[a]", complexity = "O(n log n)", doc = "The elements of both sets.",
            example = "#{1, 2}.intersection(#{2, 3}) => #{2}")
    public static SetValue intersection(SetValue first, SetValue second) {
        SetValue.Builder common = SetValue.EMPTY.builder();
        for (Object element : first) if (second.contains(element)) common.add(element);
        return common.build();
    }

    @NostosFunction(name = "Set.difference", type = "Set[a], Set[a] -> Set[a]", complexity = "O(n log n)",
            doc = "The elements of the first set that the second has not.", example = "#{1, 2}.difference(#{2, 3}) => #{1}")
    public static SetValue difference(SetValue first, SetValue second) {
        SetValue.Builder rest = first.builder();
        for (Object element : second) rest.remove(element);
        return rest.build();
    }

    @NostosFunction(name = "Set.symmetricDifference", type = "Set[a], Set[a] -> Set[a]", complexity = "O(n log n)",
            doc = "The elements of exactly one of the sets.", example = "#{1, 2}.symmetricDifference(#{2, 3}) => #{1, 3}")
    public static SetValue symmetricDifference(SetValue first, SetValue second) {
        return union(difference(first, second), difference(second, first));
    }

    @NostosFunction(name = "Set.isSubset", type = "Set[a], Set[a] -> Bool", complexity = "O(n log n)", doc = "Whether the second set has all elements of the first.",
            example = "#{1}.isSubset(#{1, 2}) => true")
    public static boolean isSubset(SetValue first, SetValue second) {
        if (first.size() > second.size()) return false;
        for (Object element : first) if (!second.contains(element)) return false;
        return true;
    }

    @NostosFunction(name = "Set.isProperSubset", type = "Set[a], Set[a] -> Bool", complexity = "O(n log n)",
            doc = "Whether the second set has all elements of the first and more.", example = "#{1}.isProperSubset(#{1}) => false")
    public static boolean isProperSubset(SetValue first, SetValue second) {
        return first.size() < second.size() && isSubset(first, second);
    }
}
