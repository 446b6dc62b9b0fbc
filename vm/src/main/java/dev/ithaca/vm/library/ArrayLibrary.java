package dev.ithaca.vm.library;

import dev.ithaca.vm.runtime.NostosException;
import dev.ithaca.vm.runtime.value.Float32Array;
import dev.ithaca.vm.runtime.value.Float64Array;
import dev.ithaca.vm.runtime.value.Int64Array;
import dev.ithaca.vm.runtime.value.ListValue;
import java.util.Arrays;

/** Typed arrays: mutable, of fixed length, unboxed (chapter 3, section 7). */
public final class ArrayLibrary {
    private ArrayLibrary() {}

    private static int size(long n, String type) {
        if (n < 0) throw NostosException.panic("new" + type + ": negative size " + n);
        if (n > Integer.MAX_VALUE - 8) throw NostosException.panic("new" + type + ": size too large: " + n);
        return (int) n;
    }

    @NostosFunction(name = "newInt64Array", type = "Int -> Int64Array", complexity = "O(n)", doc = "An array of n zeros; a negative n is a panic.",
            example = "newInt64Array(2).toList() => [0, 0]")
    public static Int64Array newInt64(long n) { return new Int64Array(new long[size(n, "Int64Array")]); }

    @NostosFunction(name = "Int64Array.make", type = "Int, Int -> Int64Array", complexity = "O(n)", doc = "An array of n equal elements.",
            example = "Int64Array.make(2, 7).toList() => [7, 7]")
    public static Int64Array makeInt64(long n, long value) {
        var elements = new long[size(n, "Int64Array")];
        Arrays.fill(elements, value);
        return new Int64Array(elements);
    }

    @NostosFunction(name = "Int64Array.fromList", type = "List[Int] -> Int64Array", complexity = "O(n)", doc = "An array of a list's elements.",
            example = "Int64Array.fromList([7]).toList() => [7]")
    public static Int64Array fromInt64List(ListValue list) {
        var elements = new long[list.size()];
        int i = 0;
        for (Object element : list) elements[i++] = (Long) element;
        return new Int64Array(elements);
    }

    @NostosFunction(name = "Int64Array.toList", type = "Int64Array -> List[Int]", complexity = "O(n)", doc = "The elements as a list.",
            example = "newInt64Array(1).toList() => [0]")
    public static ListValue toList(Int64Array array) {
        var list = new ListValue.Builder(array.length());
        for (int i = 0; i < array.length(); i++) list.add(array.get(i));
        return list.build();
    }

    @NostosFunction(name = {"Int64Array.length", "length"}, type = "Int64Array -> Int", doc = "The number of elements.",
            example = "newInt64Array(3).length() => 3")
    public static long length(Int64Array array) { return array.length(); }

    @NostosFunction(name = "Int64Array.get", type = "Int64Array, Int -> Int", doc = "The element at a position, from 0; a panic if there is none.",
            example = {"Int64Array.make(2, 7).get(1) => 7",
                "newInt64Array(2).get(5) => throws (\"Panic\", \"Index 5 out of bounds for Int64Array of length 2\")"})
    public static long get(Int64Array array, long i) { return array.get(i); }

    @NostosFunction(name = "Int64Array.set", type = "Int64Array, Int, Int -> Int64Array", complexity = "O(n)",
            doc = "A copy with one element replaced; to change the array itself write a[i] = value.",
            example = "newInt64Array(2).set(0, 7).toList() => [7, 0]")
    public static Int64Array set(Int64Array array, long i, long value) {
        Int64Array copy = array.copy();
        copy.set(i, value);
        return copy;
    }

    @NostosFunction(name = "newFloat64Array", type = "Int -> Float64Array", complexity = "O(n)", doc = "An array of n zeros; a negative n is a panic.",
            example = "newFloat64Array(2).toList() => [0.0, 0.0]")
    public static Float64Array newFloat64(long n) { return new Float64Array(new double[size(n, "Float64Array")]); }

    @NostosFunction(name = "Float64Array.make", type = "Int, Float -> Float64Array", complexity = "O(n)", doc = "An array of n equal elements.",
            example = "Float64Array.make(2, 1.5).toList() => [1.5, 1.5]")
    public static Float64Array makeFloat64(long n, double value) {
        var elements = new double[size(n, "Float64Array")];
        Arrays.fill(elements, value);
        return new Float64Array(elements);
    }

    @NostosFunction(name = "Float64Array.fromList", type = "List[Float] -> Float64Array", complexity = "O(n)", doc = "An array of a list's elements.",
            example = "Float64Array.fromList([1.5]).toList() => [1.5]")
    public static Float64Array fromFloat64List(ListValue list) {
        var elements = new double[list.size()];
        int i = 0;
        for (Object element : list) elements[i++] = (Double) element;
        return new Float64Array(elements);
    }

    @NostosFunction(name = "Float64Array.toList", type = "Float64Array -> List[Float]", complexity = "O(n)", doc = "The elements as a list.",
            example = "newFloat64Array(1).toList() => [0.0]")
    public static ListValue toList(Float64Array array) {
        var list = new ListValue.Builder(array.length());
        for (int i = 0; i < array.length(); i++) list.add(array.get(i));
        return list.build();
    }

    @NostosFunction(name = {"Float64Array.length", "length"}, type = "Float64Array -> Int", doc = "The number of elements.",
            example = "newFloat64Array(3).length() => 3")
    public static long length(Float64Array array) { return array.length(); }

    @NostosFunction(name = "Float64Array.get", type = "Float64Array, Int -> Float", doc = "The element at a position, from 0; a panic if there is none.",
            example = {"Float64Array.make(2, 1.5).get(1) => 1.5",
                "newFloat64Array(2).get(5) => throws (\"Panic\", \"Index 5 out of bounds for Float64Array of length 2\")"})
    public static double get(Float64Array array, long i) { return array.get(i); }

    @NostosFunction(name = "Float64Array.set", type = "Float64Array, Int, Float -> Float64Array", complexity = "O(n)",
            doc = "A copy with one element replaced; to change the array itself write a[i] = value.",
            example = "newFloat64Array(2).set(0, 1.5).toList() => [1.5, 0.0]")
    public static Float64Array set(Float64Array array, long i, double value) {
        Float64Array copy = array.copy();
        copy.set(i, value);
        return copy;
    }

    @NostosFunction(name = "newFloat32Array", type = "Int -> Float32Array", complexity = "O(n)", doc = "An array of n zeros; a negative n is a panic.",
            example = "newFloat32Array(2).toList() => [0.0, 0.0]")
    public static Float32Array newFloat32(long n) { return new Float32Array(new float[size(n, "Float32Array")]); }

    @NostosFunction(name = "Float32Array.make", type = {"Int, Float -> Float32Array", "Int, Float32 -> Float32Array"}, complexity = "O(n)", doc = "An array of n equal elements.",
            example = "Float32Array.make(2, 1.5).toList() => [1.5, 1.5]")
    public static Float32Array makeFloat32(long n, double value) {
        var elements = new float[size(n, "Float32Array")];
        Arrays.fill(elements, (float) value);
        return new Float32Array(elements);
    }

    @NostosFunction(name = "Float32Array.fromList", type = {"List[Float] -> Float32Array", "List[Float32] -> Float32Array"}, complexity = "O(n)", doc = "An array of a list's elements.",
            example = "Float32Array.fromList([1.5]).toList() => [1.5]")
    public static Float32Array fromFloat32List(ListValue list) {
        var elements = new float[list.size()];
        int i = 0;
        for (Object element : list) elements[i++] = element instanceof Float f ? f : ((Double) element).floatValue();
        return new Float32Array(elements);
    }

    @NostosFunction(name = "Float32Array.toList", type = "Float32Array -> List[Float]", complexity = "O(n)", doc = "The elements as a list.",
            example = "newFloat32Array(1).toList() => [0.0]")
    public static ListValue toList(Float32Array array) {
        var list = new ListValue.Builder(array.length());
        for (int i = 0; i < array.length(); i++) list.add((double) array.get(i));
        return list.build();
    }

    @NostosFunction(name = {"Float32Array.length", "length"}, type = "Float32Array -> Int", doc = "The number of elements.",
            example = "newFloat32Array(3).length() => 3")
    public static long length(Float32Array array) { return array.length(); }

    @NostosFunction(name = "Float32Array.get", type = "Float32Array, Int -> Float32", doc = "The element at a position, from 0; a panic if there is none.",
            example = {"Float32Array.make(2, 1.5).get(1) => 1.5f32",
                "newFloat32Array(2).get(5) => throws (\"Panic\", \"Index 5 out of bounds for Float32Array of length 2\")"})
    public static double get(Float32Array array, long i) { return array.get(i); }

    @NostosFunction(name = "Float32Array.set", type = {"Float32Array, Int, Float -> Float32Array", "Float32Array, Int, Float32 -> Float32Array"}, complexity = "O(n)",
            doc = "A copy with one element replaced; to change the array itself write a[i] = value.",
            example = "newFloat32Array(2).set(0, 1.5).toList() => [1.5, 0.0]")
    public static Float32Array set(Float32Array array, long i, double value) {
        Float32Array copy = array.copy();
        copy.set(i, (float) value);
        return copy;
    }

    @NostosFunction(name = "sumInt64Array", type = "Int64Array -> Int", complexity = "O(n)", doc = "The sum of the elements; wraps.",
            example = "sumInt64Array(Int64Array.fromList([1, 2, 3])) => 6")
    public static long sum(Int64Array array) {
        long sum = 0;
        for (int i = 0; i < array.length(); i++) sum += array.get(i);
        return sum;
    }

    @NostosFunction(name = "sumInt64Array", type = "List[Int] -> Int", complexity = "O(n)", doc = "The sum of the elements; wraps.",
            example = "sumInt64Array([1, 2]) => 3")
    public static long sum(ListValue list) {
        long sum = 0;
        for (Object element : list) sum += (Long) element;
        return sum;
    }
}
