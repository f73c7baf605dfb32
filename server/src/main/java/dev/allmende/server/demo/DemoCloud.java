package dev.allmende.server.demo;

import dev.allmende.cli.devcloud.Scenarios;
import dev.allmende.devcloud.DevCloud;
import dev.allmende.devcloud.scenario.FaultsFile;
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

    /** In the data folder: what goes wrong in this cloud, see docs/reference/devcloud.md. */
    static final String FAULTS = "faults.yaml";

    private static final System.Logger LOG = System.getLogger(DemoCloud.class.getName());

    private final DevCloud cloud;
    private final CloudsFile file;
    private final FaultsFile faults;

    private DemoCloud(DevCloud cloud, CloudsFile file, FaultsFile faults) {
        this.cloud = cloud;
        this.file = file;
        this.faults = faults;
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
            var faults = FaultsFile.watch(
                    folders.data().resolve(FAULTS),
                    cloud.faults(),
                    problem -> LOG.log(System.Logger.Level.WARNING, problem));
            return Optional.of(new DemoCloud(cloud, file, faults));
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
        faults.close();
        cloud.close();
        file.remove();
    }
}
