package dev.ithaca.vm.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/**
 * Packs the compiled classes into the jar of the start-up cache, with what the JVM would link anew at every start put in
 * place: see {@link EarlyLinking}. To be called by {@code bin/nostos} alone.
 */
public final class StartupJar {
    private StartupJar() {}

    /** @param args the folder of classes and the jar to write */
    public static void main(String[] args) throws IOException { write(Path.of(args[0]), Path.of(args[1])); }

    static void write(Path classes, Path jar) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(classes)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        try (OutputStream out = Files.newOutputStream(jar); JarOutputStream entries = new JarOutputStream(out)) {
            for (Path file : files) {
                byte[] bytes = Files.readAllBytes(file);
                String name = classes.relativize(file).toString().replace('\\', '/');
                if (name.endsWith(".class")) bytes = EarlyLinking.of(ClassFile.of(), bytes);
                add(entries, name, bytes);
            }
        }
    }

    /** Stored as it is: the JVM maps it faster than it inflates it. */
    private static void add(JarOutputStream entries, String name, byte[] bytes) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(crc.getValue());
        entries.putNextEntry(entry);
        entries.write(bytes);
        entries.closeEntry();
    }
}
