package dev.allmende.apiserver.cel.library;

import static dev.allmende.apiserver.cel.library.Kind.BOOL;
import static dev.allmende.apiserver.cel.library.Kind.STRING;

import dev.cel.common.types.SimpleType;
import java.util.Optional;

/** {@code semver('1.2.3').isLessThan(...)}. */
final class SemverLibrary {

    private static final Kind<Semver> SEMVER = Kind.opaque("kubernetes.Semver", Semver.class);

    private SemverLibrary() {}

    static void addTo(Functions f) {
        f.global("semver", "string_to_semver", SEMVER.type(), STRING, text -> version(text, false));
        f.global("semver", "string_bool_to_semver", SEMVER.type(), STRING, BOOL, SemverLibrary::version);
        f.global(
                "isSemver",
                "is_semver_string",
                SimpleType.BOOL,
                STRING,
                text -> find(text, false).isPresent());
        f.global(
                "isSemver",
                "is_semver_string_bool",
                SimpleType.BOOL,
                STRING,
                BOOL,
                (text, loosely) -> find(text, loosely).isPresent());
        f.member(
                "isGreaterThan",
                "semver_is_greater_than",
                SimpleType.BOOL,
                SEMVER,
                SEMVER,
                (a, b) -> a.compareTo(b) > 0);
        f.member("isLessThan", "semver_is_less_than", SimpleType.BOOL, SEMVER, SEMVER, (a, b) -> a.compareTo(b) < 0);
        f.member("compareTo", "semver_compare_to", SimpleType.INT, SEMVER, SEMVER, (a, b) -> (long) a.compareTo(b));
        f.member("major", "semver_major", SimpleType.INT, SEMVER, Semver::major);
        f.member("minor", "semver_minor", SimpleType.INT, SEMVER, Semver::minor);
        f.member("patch", "semver_patch", SimpleType.INT, SEMVER, Semver::patch);
    }

    private static Optional<Semver> find(String text, boolean loosely) {
        return loosely ? Semver.parseLoosely(text) : Semver.parse(text);
    }

    private static Semver version(String text, boolean loosely) {
        return find(text, loosely).orElseThrow(() -> new RuleFault("No Major.Minor.Patch elements found"));
    }
}
