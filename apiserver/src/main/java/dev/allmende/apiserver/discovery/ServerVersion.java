package dev.allmende.apiserver.discovery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;

/**
 * What {@code /version} tells (apimachinery version.Info).
 *
 * @param minor of the Kubernetes API that is spoken: clients warn when theirs is more than one away
 * @param patch of it
 * @param build what follows the plus sign of {@code gitVersion}
 */
public record ServerVersion(int major, int minor, int patch, String build) {

    /** The API of Kubernetes 1.35. */
    public static final ServerVersion CURRENT = new ServerVersion(1, 35, 4, "allmende");

    /** Such as {@code v1.35.4+allmende}. */
    public String gitVersion() {
        return "v%d.%d.%d+%s".formatted(major, minor, patch, build);
    }

    /** Such as {@code 1.35}, as OpenAPI documents name it. */
    public String apiVersion() {
        return major + "." + minor;
    }

    public ObjectNode toJson() {
        var major = Integer.toString(this.major);
        var minor = Integer.toString(this.minor);
        return Json.object()
                .put("major", major)
                .put("minor", minor)
                .put("emulationMajor", major)
                .put("emulationMinor", minor)
                .put("minCompatibilityMajor", major)
                .put("minCompatibilityMinor", Integer.toString(this.minor - 1))
                .put("gitVersion", gitVersion())
                .put("gitCommit", "unknown")
                .put("gitTreeState", "archive")
                .put("buildDate", "1970-01-01T00:00:00Z")
                .put("goVersion", "none")
                .put("compiler", "javac")
                .put("platform", "java/any");
    }
}
