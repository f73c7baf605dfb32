package dev.allmende.apiserver.client;

import dev.allmende.apiserver.ApiServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each test a {@link Place} of its own on a server: an embedded one that all classes share or, in classes with the tag
 * {@code kubernetes}, the one that the environment's {@code ALLMENDE_TEST_KUBECONFIG} names. Suites do not know which.
 */
public final class AnyServer implements ParameterResolver {

    private static final Namespace HERE = Namespace.create(AnyServer.class);
    private static final String VARIABLE = "ALLMENDE_TEST_KUBECONFIG";
    private static final String PROPERTY = "allmende.test.kubeconfig";

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Place.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var store = context.getStore(HERE);
        var known = store.get("place", Place.class);
        if (known != null) {
            return known;
        }
        var place = Place.at(kubeconfig(context));
        store.put("place", place);
        return place;
    }

    private static String kubeconfig(ExtensionContext context) {
        return context.getTags().contains("kubernetes") ? real() : embedded(context.getRoot());
    }

    private static String real() {
        var file = Objects.requireNonNullElse(System.getenv(VARIABLE), System.getProperty(PROPERTY, ""));
        if (file.isEmpty()) {
            throw new AssertionError("%s (or the property %s) must name a kubeconfig: testbed/kubernetes-up writes one"
                    .formatted(VARIABLE, PROPERTY));
        }
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new AssertionError(VARIABLE + ": cannot read " + e.getMessage(), e);
        }
    }

    private static String embedded(ExtensionContext root) {
        synchronized (AnyServer.class) {
            var store = root.getStore(HERE);
            var known = store.get("embedded", Embedded.class);
            if (known == null) {
                known = Embedded.start();
                store.put("embedded", known);
            }
            return known.server().kubeconfig("embedded").yaml();
        }
    }

    /** One server for all classes: its start is what costs. */
    private record Embedded(Path folder, ApiServer server) implements AutoCloseable {

        static Embedded start() {
            try {
                var folder = Files.createTempDirectory("any-server-");
                return new Embedded(folder, ApiServer.in(folder).start());
            } catch (IOException e) {
                throw new AssertionError("the embedded server does not start", e);
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
