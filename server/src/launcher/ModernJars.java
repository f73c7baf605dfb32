import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Raises class files of before Java 6 to Java 8 in the jars given, so that the JVM can put them into its ahead-of-time
 * cache: it skips older ones ("Old class has been linked"). picocli 4.7.7 is of that kind, and without this a third of
 * the time of {@code allmende --version} goes into loading it. Run by the launcher in source mode, after a build.
 */
final class ModernJars {

    private static final int JAVA_6 = 50;

    public static void main(String[] jars) throws IOException {
        for (var name : jars) {
            var jar = Path.of(name);
            if (isOld(jar)) {
                var modern = jar.resolveSibling(jar.getFileName() + ".new");
                rewrite(jar, modern);
                Files.move(modern, jar, StandardCopyOption.ATOMIC_MOVE); // who runs keeps the file it opened
            }
        }
    }

    /** One class tells for all: a jar is compiled in one go, but for what serves newer JDKs (META-INF/versions). */
    private static boolean isOld(Path jar) throws IOException {
        try (var zip = new ZipFile(jar.toFile())) {
            var sample = zip.stream()
                    .filter(entry -> entry.getName().endsWith(".class"))
                    .filter(entry -> !entry.getName().startsWith("META-INF/") && !entry.getName().equals("module-info.class"))
                    .findFirst();
            return sample.isPresent()
                    && ClassFile.of().parse(zip.getInputStream(sample.get()).readAllBytes()).majorVersion() < JAVA_6;
        }
    }

    private static void rewrite(Path from, Path to) throws IOException {
        try (var zip = new ZipFile(from.toFile());
                var siblings = new URLClassLoader(new URL[] {url(from)});
                var out = new ZipOutputStream(Files.newOutputStream(to))) {
            var types = ClassHierarchyResolver.ofResourceParsing(siblings)
                    .orElse(ClassHierarchyResolver.defaultResolver());
            var files = ClassFile.of(ClassHierarchyResolverOption.of(types), StackMapsOption.GENERATE_STACK_MAPS);
            for (var entry : Collections.list(zip.entries())) {
                var bytes = zip.getInputStream(entry).readAllBytes();
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(entry.getName().endsWith(".class") ? raised(files, bytes) : bytes);
            }
        }
    }

    private static byte[] raised(ClassFile files, byte[] bytes) {
        var model = files.parse(bytes);
        if (model.majorVersion() >= JAVA_6) {
            return bytes;
        }
        // Code is copied instruction by instruction, for only then stack maps are made for it.
        var copied = ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL);
        var version = ClassTransform.endHandler(builder -> builder.withVersion(ClassFile.JAVA_8_VERSION, 0));
        return files.transformClass(model, copied.andThen(version));
    }

    private static URL url(Path jar) throws IOException {
        return jar.toUri().toURL();
    }
}
