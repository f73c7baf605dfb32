package dev.allmende.openstack.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Reads {@code clouds.yaml}, {@code secure.yaml}, {@code clouds-public.yaml} and the {@code OS_*} variables as
 * openstacksdk does. Reads files when made; then immutable.
 *
 * <p>Source: openstacksdk 0.101, openstack/config/loader.py. Differences, on purpose: the vendor profiles that
 * openstacksdk ships are not known, and OS_CLIENT_VENDOR_FILE works.
 */
public final class CloudConfigs {

    private static final Set<String> SELECTORS = Set.of(
            "OS_CLOUD",
            "OS_REGION_NAME",
            "OS_CLIENT_CONFIG_FILE",
            "OS_CLIENT_SECURE_FILE",
            "OS_CLIENT_VENDOR_FILE",
            "OS_CLOUD_NAME");

    private final ConfigFiles files;
    private final Map<String, String> env;
    private final Map<String, Object> clouds;
    private final Optional<Path> origin;
    private final String envCloud;
    private final Optional<String> standard;

    private CloudConfigs(ConfigFiles files, Map<String, Object> content, Optional<Path> origin) {
        this.files = files;
        this.env = files.env();
        this.origin = origin;
        this.clouds = Merge.map(content.get("clouds"));
        this.envCloud = env.getOrDefault("OS_CLOUD_NAME", "envvars");
        if (clouds.containsKey(envCloud)) {
            throw new ConfigException(where() + " defines a cloud named '" + envCloud
                    + "', which is the name of the cloud made of the OS_* variables: rename one (OS_CLOUD_NAME)");
        }
        var fromEnv = fromVariables();
        if (!fromEnv.isEmpty()) {
            clouds.put(envCloud, fromEnv);
        }
        this.standard = standardCloud(!fromEnv.isEmpty());
    }

    /**
     * @param env environment variables
     * @param home the user's home
     * @param cwd working directory
     * @throws ConfigException when a file cannot be parsed: names file, line and column
     */
    public static CloudConfigs read(Map<String, String> env, Path home, Path cwd) {
        var files = new ConfigFiles(Map.copyOf(env), home, cwd);
        var main = ConfigFile.firstOf(files.clouds());
        var secure = ConfigFile.firstOf(files.secure());
        var content = main.map(ConfigFile::content).orElse(new LinkedHashMap<>());
        if (secure.isPresent()) {
            content = Merge.deep(content, secure.get().content());
        }
        return new CloudConfigs(files, content, main.map(ConfigFile::path));
    }

    /** Names of the clouds, sorted. */
    public List<String> names() {
        return List.copyOf(new TreeSet<>(clouds.keySet()));
    }

    /** The cloud of OS_CLOUD, else of the OS_* variables, else the only one there is. */
    public CloudConfig standard() {
        return get(standard.orElseThrow(() -> new ConfigException(
                clouds.isEmpty()
                        ? "no cloud is configured: there is none of " + lookedAt()
                                + " and no OS_AUTH_URL; write a clouds.yaml or set OS_CLIENT_CONFIG_FILE"
                        : "which cloud? " + where() + " has " + String.join(", ", names())
                                + ": name one with --cloud or OS_CLOUD")));
    }

    /** A cloud by name, in its first region. */
    public CloudConfig get(String cloud) {
        return get(cloud, "");
    }

    /**
     * A cloud by name in the region given; an empty region means the first.
     *
     * @throws ConfigException when there is no such cloud or region, or something is missing for the login
     */
    public CloudConfig get(String cloud, String region) {
        if (!clouds.containsKey(cloud)) {
            throw new ConfigException("cloud '" + cloud + "' is not configured: "
                    + (clouds.isEmpty()
                            ? "there is none of " + lookedAt()
                            : where() + " has " + String.join(", ", names())));
        }
        var settings = base(cloud);
        var chosen = Regions.choose(cloud, settings, region);
        settings.remove("regions");
        settings = Merge.auth(settings, chosen.values());
        settings.put("region_name", chosen.name());
        return new CloudConfigReader(files, cloud, where(cloud), Settings.of(cloud, settings)).read();
    }

    private Map<String, Object> base(String cloud) {
        var own = Merge.map(clouds.get(cloud));
        var profile = own.getOrDefault("profile", own.get("cloud"));
        Map<String, Object> settings = new LinkedHashMap<>();
        if (profile != null && !profile.equals(envCloud)) {
            settings = profile(cloud, profile.toString());
        }
        return Merge.auth(settings, own);
    }

    private Map<String, Object> profile(String cloud, String name) {
        var file = ConfigFile.firstOf(files.vendors());
        var profiles = file.map(found -> Merge.map(found.content().get("public-clouds")))
                .orElse(new LinkedHashMap<>());
        if (!profiles.containsKey(name)) {
            throw new ConfigException("cloud '" + cloud + "': profile '" + name + "' is "
                    + file.map(found -> "not in " + found.path() + ", which has "
                                    + String.join(", ", new TreeSet<>(profiles.keySet())))
                            .orElse("unknown: there is none of " + listed(files.vendors()))
                    + "; put auth_url and the rest into the cloud itself or write the profile");
        }
        return Merge.map(profiles.get(name));
    }

    private Map<String, Object> fromVariables() {
        var found = new LinkedHashMap<String, Object>();
        var telling = false;
        for (var variable : new TreeSet<>(env.keySet())) {
            if (!variable.startsWith("OS_")
                    || variable.startsWith("OS_TEST")
                    || variable.startsWith("OS_STD")
                    || variable.startsWith("OS_LOG")) {
                continue;
            }
            telling |= !SELECTORS.contains(variable);
            var key = variable.substring(3).toLowerCase(java.util.Locale.ROOT);
            // OS_CLOUD would read as the old name of 'profile'.
            if (!key.equals("cloud")) {
                found.put(key, env.getOrDefault(variable, ""));
            }
        }
        return telling ? found : Map.of();
    }

    private Optional<String> standardCloud(boolean fromEnv) {
        var named = env.getOrDefault("OS_CLOUD", "");
        if (!named.isEmpty()) {
            return Optional.of(named);
        }
        if (fromEnv) {
            return Optional.of(envCloud);
        }
        return clouds.size() == 1 ? Optional.of(names().getFirst()) : Optional.empty();
    }

    private String where(String cloud) {
        return cloud.equals(envCloud) ? "the OS_* variables" : where();
    }

    private String where() {
        return origin.map(Path::toString).orElse("the OS_* variables");
    }

    private String lookedAt() {
        return listed(files.clouds());
    }

    private static String listed(List<Path> paths) {
        return new ArrayList<>(paths).stream().map(Path::toString).collect(Collectors.joining(", "));
    }
}
