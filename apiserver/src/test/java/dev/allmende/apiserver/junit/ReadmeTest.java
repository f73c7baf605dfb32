package dev.allmende.apiserver.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What README.md shows is what a test compiles and runs. */
class ReadmeTest {

    private static final Path SOURCES = Path.of("src/test/java/dev/allmende/apiserver/junit");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```java\\n(.*?)^```");

    @Test
    void showsTheCodeOfTests() throws IOException {
        var shown = BLOCK.matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(block -> inOneColumn(block.group(1)))
                .toList();

        assertThat(shown).hasSize(2);
        assertThat(code("GreetingTest.java")).contains(shown.get(0));
        assertThat(code("BuiltToOrderTest.java")).contains(shown.get(1));
    }

    @Test
    void beginsWithAnExampleOfTenLines() throws IOException {
        var block = BLOCK.matcher(Files.readString(Path.of("README.md")));

        assertThat(block.find()).isTrue();
        assertThat(block.group(1).lines()).hasSizeLessThanOrEqualTo(10);
    }

    private static String code(String file) throws IOException {
        return inOneColumn(Files.readString(SOURCES.resolve(file)));
    }

    /** Without indentation and empty lines. */
    private static String inOneColumn(String code) {
        List<String> lines =
                code.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        return String.join("\n", lines);
    }
}
