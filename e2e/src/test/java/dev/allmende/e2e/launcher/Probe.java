package dev.allmende.e2e.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A program small enough to train a cache for: prints its arguments and exits as told. */
final class Probe {

    private Probe() {}

    public static void main(String[] args) {
        System.out.println("probe " + Arrays.toString(args));
        var last = args.length == 0 ? "" : args[args.length - 1];
        System.exit(last.startsWith("exit=") ? Integer.parseInt(last.substring(5)) : 0);
    }

    /** Writes this program as a jar. */
    static void writeJar(Path jar) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Probe.class.getName());
        var entry = Probe.class.getName().replace('.', '/') + ".class";
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                var in = Probe.class.getClassLoader().getResourceAsStream(entry)) {
            if (in == null) {
                throw new IOException("no class file " + entry);
            }
            out.putNextEntry(new JarEntry(entry));
            in.transferTo(out);
        }
    }
}
