package dev.allmende.cli.kubeconfig;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which files kubectl reads, and into which one it writes (client-go, tools/clientcmd/loader.go and config.go). */
record Place(List<Path> files) {

    /** @param explicit from the command line; wins */
    static Place of(@Nullable Path explicit, Map<String, String> env) {
        if (explicit != null) {
            return new Place(List.of(explicit));
        }
        var named = Arrays.stream(env.getOrDefault("KUBECONFIG", "").split(File.pathSeparator, -1))
                .filter(text -> !text.isEmpty())
                .map(Path::of)
                .toList();
        var home = env.getOrDefault("HOME", System.getProperty("user.home"));
        return new Place(named.isEmpty() ? List.of(Path.of(home, ".kube", "config")) : named);
    }

    Path toWrite() {
        return files.stream().filter(Files::exists).findFirst().orElseGet(files::getLast);
    }
}
