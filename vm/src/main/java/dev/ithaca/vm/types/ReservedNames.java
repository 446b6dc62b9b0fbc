package dev.ithaca.vm.types;

import java.util.Set;

/** Bare builtin names, which module-level functions may not take (chapter 2, section 12.6; chapter 1, section 8.7). */
final class ReservedNames {
    private static final Set<String> BUILTINS = Set.of(("""
            println print eprintln eprint flushStdout flushStderr show toString copy hash inspect assert assert_eq assertType
            sleep vmStats self spawn send receive sqrt sin cos tan floor ceil round abs min max pow log log10 length len head
            tail init last nth push pop get set slice concat reverse sort map filter fold any all find position unique flatten
            zip unzip take drop split join range replicate toIntList intListRange empty isEmpty sum product maximum minimum
            indexOf sortBy intersperse spanList groupBy transpose pairwise isSorted isSortedBy takeWhile dropWhile partition
            flatMap zipWith enumerate optUnwrap optUnwrapOr optMap optFlatMap optIsSome optIsNone resUnwrap resUnwrapOr resMap
            resMapErr resFlatMap resIsOk resIsErr resToOption newInt64Array newFloat64Array newFloat32Array sumInt64Array
            asInt8 asInt16 asInt32 asInt64 asInt asUInt8 asUInt16 asUInt32 asUInt64 asFloat32 asFloat64 asFloat asBigInt
            toBigInt toChar eval typeInfo typeOf reactiveId tagOf reflect jsonToType fromJson makeRecord makeVariant
            makeRecordByName makeVariantByName jsonToTypeByName typeNameOf requestToType""").trim().split("\\s+"));
    private static final Set<String> PRELUDE = Set.of(("""
            contains count each elem enumerateFrom filterAcc findIndices findIndicesAcc foldl foldr fst group groupAcc
            groupByAcc indexOfAcc insertAt interleave mapAcc nthHelper positionAcc remove removeAt replicateAcc reverseAcc
            scanl snd span splitAt""").trim().split("\\s+"));

    private ReservedNames() {}

    static boolean isBuiltin(String name) { return BUILTINS.contains(name); }

    static boolean isPrelude(String name) { return PRELUDE.contains(name); }
}
