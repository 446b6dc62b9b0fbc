package dev.ithaca.vm.library;

import dev.ithaca.vm.runtime.value.Boxes;
import dev.ithaca.vm.runtime.value.ListCursor;
import dev.ithaca.vm.runtime.value.ListValue;
import dev.ithaca.vm.runtime.value.Numbers;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Sums and products of lists; one implementation per element type, so that those of empty lists have the right type. */
public final class SumLibrary {
    private SumLibrary() {}

    private static Object total(ListValue list, Object zero) {
        Object sum = zero;
        for (Object element : list) sum = Numbers.add(sum, element);
        return sum;
    }

    private static Object multiplied(ListValue list, Object one) {
        Object product = one;
        for (Object element : list) product = Numbers.mul(product, element);
        return product;
    }

    @NostosFunction(name = {"sum", "listSum"}, type = "Num a => List[a] -> a", complexity = "O(n)", doc = "The sum of the elements; 0 for an empty list.",
            example = {"[1, 2, 3].sum() => 6", "[0.5, 0.25].sum() => 0.75"})
    public static Object sum(ListValue list) { return list.isEmpty() ? 0L : total(list.tail(), list.head()); }

    @NostosFunction(name = {"product", "listProduct"}, type = "Num a => List[a] -> a", complexity = "O(n)", doc = "The product of the elements; 1 for an empty list.",
            example = {"[2, 3, 4].product() => 24"})
    public static Object product(ListValue list) { return list.isEmpty() ? 1L : multiplied(list.tail(), list.head()); }

    @NostosFunction(name = {"sum", "listSum"}, type = "Num a => List[a] -> a", on = "List[Int]")
    public static long sumOfInts(ListValue list) {
        long sum = 0;
        for (var rest = new ListCursor(list); rest.hasNext(); ) sum += rest.nextInt();
        return sum;
    }

    @NostosFunction(name = {"product", "listProduct"}, type = "Num a => List[a] -> a", on = "List[Int]")
    public static long productOfInts(ListValue list) {
        long product = 1;
        for (var rest = new ListCursor(list); rest.hasNext(); ) product *= rest.nextInt();
        return product;
    }

    @NostosFunction(name = {"sum", "listSum"}, type = "Num a => List[a] -> a", on = "List[Float]")
    public static double sumOfFloats(ListValue list) {
        double sum = 0;
        for (Object element : list) sum += Boxes.toFloat(element);
        return sum;
    }

    @NostosFunction(name = {"product", "listProduct"}, type = "Num a => List[a] -> a", on = "List[Float]")
    public static double productOfFloats(ListValue list) {
        double product = 1;
        for (Object element : list) product *= Boxes.toFloat(element);
        return product;
    }

    @NostosFunction(name = {"sum", "listSum"}, type = "Num a => List[a] -> a", on = "List[Float32]")
    public static double sumOfFloat32s(ListValue list) { return Boxes.toFloat32(total(list, 0f)); }

    @NostosFunction(name = {"product", "listProduct"}, type = "Num a => List[a] -> a", on = "List[Float32]")
    public static double productOfFloat32s(ListValue list) { return Boxes.toFloat32(multiplied(list, 1f)); }

    @NostosFunction(name = {"sum", "listSum"}, type = "Num a => List[a] -> a", on = "List[BigInt]")
    public static BigInteger sumOfBigInts(ListValue list) { return (BigInteger) total(list, BigInteger.ZERO); }

    @NostosFunction(name = {"product", "listProduct"}, type = "Num a => List[a] -> a", on = "List[BigInt]")
    public static BigInteger productOfBigInts(ListValue list) { return (BigInteger) multiplied(list, BigInteger.ONE); }

    @NostosFunction(name = {"sum", "listSum"}, type = "Num a => List[a] -> a", on = "List[Decimal]")
    public static BigDecimal sumOfDecimals(ListValue list) { return (BigDecimal) total(list, BigDecimal.ZERO); }

    @NostosFunction(name = {"product", "listProduct"}, type = "Num a => List[a] -> a", on = "List[Decimal]")
    public static BigDecimal productOfDecimals(ListValue list) { return (BigDecimal) multiplied(list, BigDecimal.ONE); }

    @NostosFunction(name = {"sum", "listSum"}, type = "Num a => List[a] -> a", on = "List[Int8]")
    public static long sumOfInt8s(ListValue list) { return Boxes.toInt8(total(list, Boxes.int8(0))); }

    @NostosFunction(name = {"product", "listProduct"}, type = "Num a => List[a] -> a", on = "List[Int8]")
    public static long productOfInt8s(ListValue list) { return Boxes.toInt8(multiplied(list, Boxes.int8(1))); }

    @NostosFunction(name = {"sum", "listSum"}, type = "Num a => List[a] -> a", on = "List[Int16]")
    public static long sumOfInt16s(ListValue list) { return Boxes.toInt16(total(list, Boxes.int16(0))); }

    @NostosFunction(name = {"product", "listProduct"}, type = "Num a => List[a] -> a", on = "List[Int16]")
    public static long productOfInt16s(ListValue list) { return Boxes.toInt16(multiplied(list, Boxes.int16(1))); }

    @NostosFunction(name = {"sum", "listSum"}, type = "Num a => List[a] -> a", on = "List[Int32]")
    public static long sumOfInt32s(ListValue list) { return Boxes.toInt32(total(list, Boxes.int32(0))); }

    @NostosFunction(name = {"product", "listProduct"}, type = "Num a => List[a] -> a", on = "List[Int32]")
    public static long productOfInt32s(ListValue list) { return Boxes.toInt32(multiplied(list, Boxes.int32(1))); }

    @NostosFunction(name = {"sum", "listSum"}, type = "Num a => List[a] -> a", on = "List[UInt8]")
    public static long sumOfUInt8s(ListValue list) { return Boxes.toUInt8(total(list, Boxes.uint8(0))); }

    @NostosFunction(name = {"product", "listProduct"}, type = "Num a => List[a] -> a", on = "List[UInt8]")
    public static long productOfUInt8s(ListValue list) { return Boxes.toUInt8(multiplied(list, Boxes.uint8(1))); }

    @NostosFunction(name = {"sum", "listSum"}, type = "Num a => List[a] -> a", on = "List[UInt16]")
    public static long sumOfUInt16s(ListValue list) { return Boxes.toUInt16(total(list, Boxes.uint16(0))); }

    @NostosFunction(name = {"product", "listProduct"}, type = "Num a => List[a] -> a", on = "List[UInt16]")
    public static long productOfUInt16s(ListValue list) { return Boxes.toUInt16(multiplied(list, Boxes.uint16(1))); }

    @NostosFunction(name = {"sum", "listSum"}, type = "Num a => List[a] -> a", on = "List[UInt32]")
    public static long sumOfUInt32s(ListValue list) { return Boxes.toUInt32(total(list, Boxes.uint32(0))); }

    @NostosFunction(name = {"product", "listProduct"}, type = "Num a => List[a] -> a", on = "List[UInt32]")
    public static long productOfUInt32s(ListValue list) { return Boxes.toUInt32(multiplied(list, Boxes.uint32(1))); }

    @NostosFunction(name = {"sum", "listSum"}, type = "Num a => List[a] -> a", on = "List[UInt64]")
    public static long sumOfUInt64s(ListValue list) { return Boxes.toUInt64(total(list, Boxes.uint64(0))); }

    @NostosFunction(name = {"product", "listProduct"}, type = "Num a => List[a] -> a", on = "List[UInt64]")
    public static long productOfUInt64s(ListValue list) { return Boxes.toUInt64(multiplied(list, Boxes.uint64(1))); }
}
