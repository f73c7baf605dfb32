package dev.allmende.cli.kubeconfig;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.cli.ExitCode;
import dev.allmende.cli.UserError;
import dev.allmende.openstack.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The kubeconfigs that kubectl would read, as one: of equal names the first counts. */
public final class Kubeconfig {

    private final List<Part> parts;

    private Kubeconfig(List<Part> parts) {
        this.parts = parts;
    }

    private record Part(Path file, JsonNode config) {}

    /** An entry and the file that it is in, for relative paths. */
    record Found(Path file, JsonNode entry) {

        Path path(String text) {
            var folder = file.toAbsolutePath().getParent();
            return folder == null ? Path.of(text) : folder.resolve(text);
        }

        Optional<byte[]> content(String field) throws IOException {
            var data = Json.text(entry, field + "-data");
            if (data.isPresent()) {
                try {
                    return Optional.of(Base64.getDecoder().decode(data.get()));
                } catch (IllegalArgumentException broken) {
                    throw new UserError(ExitCode.DATA, file + ": " + field + "-data is no base64", broken);
                }
            }
            var named = Json.text(entry, field);
            return named.isEmpty() ? Optional.empty() : Optional.of(Files.readAllBytes(path(named.get())));
        }

        /** Fields that cannot be obeyed here are not passed over in silence. */
        void refuse(String... fields) {
            for (var field : fields) {
                if (Json.text(entry, field)
                        .filter(text -> !text.equals("false"))
                        .isPresent()) {
                    throw new UserError(ExitCode.CONFIG, file + ": " + field + " is not understood by this command");
                }
            }
        }
    }

    /** @param explicit from the command line; wins */
    public static Kubeconfig read(@Nullable Path explicit, Map<String, String> env) throws IOException {
        var files = Place.of(explicit, env).files();
        var parts = new ArrayList<Part>();
        for (var file : files) {
            if (explicit != null || Files.exists(file)) {
                parts.add(new Part(
                        file,
                        Document.parse(file.toString(), Files.readString(file)).json()));
            }
        }
        if (parts.isEmpty()) {
            throw new UserError(
                    ExitCode.CONFIG,
                    "no kubeconfig at %s: name one with --kubeconfig, or make one with allmende login --server URL"
                            .formatted(files.getFirst()));
        }
        return new Kubeconfig(parts);
    }

    /** @param name of a context; null for the current one */
    public Context context(@Nullable String name) {
        var wanted = name == null ? current() : name;
        var context = find("contexts", wanted, "context");
        var cluster = text(context, "cluster");
        return new Context(
                wanted,
                find("clusters", cluster, "cluster"),
                find("users", text(context, "user"), "user"),
                Json.text(context.entry(), "namespace").orElse("default"),
                namespaces(cluster));
    }

    /**
     * One way to a server.
     *
     * @param namespaces of all contexts of that server
     */
    public record Context(String name, Found cluster, Found user, String namespace, List<String> namespaces) {

        public URI server() {
            var text = text(cluster, "server");
            try {
                return URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            } catch (IllegalArgumentException wrong) {
                throw new UserError(ExitCode.DATA, cluster.file() + ": server " + text + " is no address", wrong);
            }
        }
    }

    private String current() {
        return parts.stream()
                .flatMap(part -> Json.text(part.config(), "current-context").stream())
                .findFirst()
                .orElseThrow(() -> new UserError(
                        ExitCode.CONFIG,
                        parts.getFirst().file() + ": has no current context; name one with --context"));
    }

    private List<String> namespaces(String cluster) {
        var names = new TreeSet<String>();
        for (var part : parts) {
            for (var item : part.config().path("contexts")) {
                if (Json.text(item.path("context"), "cluster").equals(Optional.of(cluster))) {
                    Json.text(item.path("context"), "namespace").ifPresent(names::add);
                }
            }
        }
        return List.copyOf(names);
    }

    private Found find(String list, String name, String body) {
        for (var part : parts) {
            var found = KubeconfigFile.named(part.config(), list, name);
            if (found.isPresent()) {
                return new Found(part.file(), found.get().path(body));
            }
        }
        throw new UserError(
                ExitCode.CONFIG,
                "%s: has no %s in %s".formatted(parts.getFirst().file(), name, list));
    }

    private static String text(Found found, String field) {
        return Json.text(found.entry(), field)
                .orElseThrow(() -> new UserError(ExitCode.DATA, found.file() + ": lacks a " + field));
    }
}
