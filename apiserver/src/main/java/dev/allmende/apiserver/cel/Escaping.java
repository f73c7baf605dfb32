package dev.allmende.apiserver.cel;

import com.google.re2j.Pattern;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How rules name properties whose names are no identifiers (k8s.io/apiserver, pkg/cel/escaping.go). */
final class Escaping {

    private static final Set<String> RESERVED = Set.of(
            "true",
            "false",
            "null",
            "in",
            "as",
            "break",
            "const",
            "continue",
            "else",
            "for",
            "function",
            "if",
            "import",
            "let",
            "loop",
            "package",
            "namespace",
            "return",
            "var",
            "void",
            "while");

    private static final Pattern ACCESSIBLE = Pattern.compile("^[a-zA-Z_./-][a-zA-Z0-9_./-]*$");

    private Escaping() {}

    /** @return null when rules cannot name the property */
    static @Nullable String escape(String name) {
        if (!ACCESSIBLE.matcher(name).find()) {
            return null;
        }
        if (RESERVED.contains(name)) {
            return "__" + name + "__";
        }
        return name.replace("__", "__underscores__")
                .replace(".", "__dot__")
                .replace("-", "__dash__")
                .replace("/", "__slash__");
    }
}
