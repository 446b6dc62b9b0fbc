package dev.ithaca.vm.library;

import dev.ithaca.vm.runtime.value.Boxes;
import dev.ithaca.vm.runtime.value.ListValue;
import java.nio.charset.CharacterCodingException;

/** Bytes as programs see them: lists of Ints from 0 to 255, or text. */
final class Bytes {
    private Bytes() {}

    static ListValue list(byte[] bytes) {
        var list = new ListValue.Builder(bytes.length);
        for (byte b : bytes) list.add((long) (b & 0xff));
        return list.build();
    }

    /** Values modulo 256. */
    static byte[] fromList(ListValue list) {
        var bytes = new byte[list.size()];
        int i = 0;
        for (Object element : list) bytes[i++] = (byte) Boxes.toInt(element);
        return bytes;
    }

    /** Text if the bytes are UTF-8, else a list of bytes. */
    static Object textOrList(byte[] bytes) {
        try {
            return IoErrors.text(bytes);
        } catch (CharacterCodingException notText) {
            return list(bytes);
        }
    }
}
