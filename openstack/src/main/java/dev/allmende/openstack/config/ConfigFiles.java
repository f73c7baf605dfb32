package dev.allmende.openstack.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Where the files are looked for: the variable first, then the working directory, the user's and the machine's folder.
 *
 * <p>Source: openstacksdk 0.101, openstack/config/loader.py; OS_CLIENT_VENDOR_FILE from later releases.
 */
record ConfigFiles(Map<String, String> env, Path home, Path cwd) {

    private static final List<String> SUFFIXES = List.of(".yaml", ".yml", ".json");

    List<Path> clouds() {
        return candidates("OS_CLIENT_CONFIG_FILE", "clouds");
    }

    List<Path> secure() {
        return candidates("OS_CLIENT_SECURE_FILE", "secure");
    }

    List<Path> vendors() {
        return candidates("OS_CLIENT_VENDOR_FILE", "clouds-public");
    }

    /** A path of a setting: {@code ~} is the home, relative ones count from the working directory. */
    Path resolve(String path) {
        if (path.equals("~") || path.startsWith("~/")) {
            return home.resolve(path.substring(Math.min(2, path.length())));
        }
        return cwd.resolve(path);
    }

    private List<Path> candidates(String variable, String stem) {
        var all = new ArrayList<Path>();
        var named = env.getOrDefault(variable, "");
        if (!named.isEmpty()) {
            all.add(cwd.resolve(named));
        }
        for (var folder : folders()) {
            SUFFIXES.forEach(suffix -> all.add(folder.resolve(stem + suffix)));
        }
        return all;
    }

    private List<Path> folders() {
        var xdg = env.getOrDefault("XDG_CONFIG_HOME", "");
        var folders = new ArrayList<Path>();
        folders.add(cwd);
        if (!xdg.isEmpty()) {
            folders.add(cwd.resolve(xdg).resolve("openstack"));
        }
        folders.add(home.resolve(".config").resolve("openstack"));
        folders.add(Path.of("/etc/openstack"));
        return folders;
    }
}
