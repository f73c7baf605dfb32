package dev.allmende.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The reference pages say what the program does. */
@NullMarked
class DocsTest {

    private static final Path DOCS = Path.of(System.getProperty("allmende.root"), "docs", "reference");

    /** Made anew by {@code ./allmende check list --markdown >docs/reference/test-cases.md}. */
    @Test
    void thePageOfTestCasesIsWhatTheProgramLists() {
        assertThat(DOCS.resolve("test-cases.md"))
                .content()
                .isEqualTo(Ran.of("check", "list", "--markdown").out());
    }

    @Test
    void everyExitCodeIsDocumented() throws IOException {
        var page = Files.readString(DOCS.resolve("exit-codes.md"));
        var codes = Arrays.stream(ExitCode.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .map(field -> {
                    try {
                        return "| " + field.getInt(null) + " |";
                    } catch (IllegalAccessException impossible) {
                        throw new IllegalStateException(impossible);
                    }
                })
                .toList();
        assertThat(codes).isNotEmpty().allSatisfy(code -> assertThat(page).contains(code));
    }
}
