package dev.allmende.devcloud.contract;

import java.util.List;
import java.util.regex.Pattern;

/** The differences between devcloud and the recorded cloud that are meant to be there. */
final class Allowances {
    private record Allowance(Pattern step, Pattern path, String reason) {}

    private static Allowance because(String reason, String step, String path) {
        return new Allowance(Pattern.compile(step), Pattern.compile(path), reason);
    }

    private static final List<Allowance> ALL = List.of(
            because("which capabilities Swift lists depends on its pipeline", "object-store GET /info", "^/body/"),
            because(
                    "custom properties of images are chosen by who made the image",
                    "^image ",
                    "^/body(/images/\\*)?/(architecture|hypervisor_type|hw_.*|os_(distro|version|purpose|hash_algo_note)|replace_frequency|uuid_validity|provided_until|image_.*|patchlevel|hotfix_hours)$"),
            because("the schema document is cut to the names of fields", "schemas/image", "^/body/"),
            because("lists of extensions are cut to what clients look for", "/extensions", "^/body/extensions/\\*"),
            because(
                    "only for networks that are external; which is first in a page depends on ids",
                    "^network .*networks",
                    "^/body/networks/\\*/(is_default|provider:.*)$"),
            because(
                    "limits per volume type depend on the types",
                    "^volumev3 .*os-quota-sets",
                    "^/body/quota_set/(volumes|gigabytes|snapshots)_"),
            because(
                    "Swift says 200 about an account that nobody wrote to yet, and 204 from then on",
                    "^object-store HEAD /v1/AUTH_[^/]* as",
                    "^/status$"),
            because(
                    "whether there is a next page depends on the keys that Cinder ordered for encrypted volumes before",
                    "^key-manager GET /v1/(secrets|orders)",
                    "^/body/next$"),
            because(
                    "devcloud has no providers of resources",
                    "resource_providers as ADMIN",
                    "^/body/resource_providers"));

    private Allowances() {}

    static boolean allows(String step, String path) {
        return ALL.stream()
                .anyMatch(
                        a -> a.step.matcher(step).find() && a.path.matcher(path).find());
    }
}
