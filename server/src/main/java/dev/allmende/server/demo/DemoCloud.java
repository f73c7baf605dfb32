package dev.allmende.server.demo;

import dev.allmende.cli.devcloud.Scenarios;
import dev.allmende.devcloud.DevCloud;
import dev.allmende.server.place.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * An OpenStack that this process plays, so that everything can be tried without one. What is made in it is gone at the end
 * of the process.
 */
public final class DemoCloud implements AutoCloseable {

    /** Entry of its {@code clouds.yaml}: a user of a project. */
    public static final String CLOUD = "devcloud";

    /** Entry of an administrator. */
    public static final String ADMIN = "devcloud-admin";

    /** With all services: the one called demo lacks some on purpose, for `check`. */
    private static final String SCENARIO = "good";

    private final DevCloud cloud;
    private final CloudsFile file;

    private DemoCloud(DevCloud cloud, CloudsFile file) {
        this.cloud = cloud;
        this.file = file;
    }

    /** Empty when the user has a cloud configured. */
    public static Optional<DemoCloud> startUnlessConfigured(Folders folders, Map<String, String> env)
            throws IOException {
        var file = new CloudsFile(folders);
        if (file.isForeign() || CloudsFile.isAnyConfigured(env)) {
            return Optional.empty();
        }
        var cloud = DevCloud.start(Scenarios.named(SCENARIO));
        try {
            file.write(cloud.cloudsYaml());
            return Optional.of(new DemoCloud(cloud, file));
        } catch (IOException e) {
            cloud.close();
            throw e;
        }
    }

    /** Whether a demonstration cloud has written this file, for as long as it runs. */
    public static boolean wrote(Path file) throws IOException {
        return Files.exists(file) && Files.readString(file).startsWith(CloudsFile.MARK);
    }

    public String url() {
        return cloud.url();
    }

    public Path cloudsYaml() {
        return file.path();
    }

    @Override
    public void close() throws IOException {
        cloud.close();
        file.remove();
    }
}
