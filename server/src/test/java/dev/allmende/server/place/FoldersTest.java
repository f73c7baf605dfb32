package dev.allmende.server.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FoldersTest {

    private static final Map<String, String> HOME = Map.of("HOME", "/home/a");

    @Test
    void areTheUsersOwnByDefault() {
        assertThat(Folders.of(null, null, HOME))
                .isEqualTo(new Folders(
                        Path.of("/home/a/.local/share/allmende"), Path.of("/home/a/.config/allmende/keys")));
    }

    @Test
    void followTheXdgVariablesUnlessThoseAreRelative() {
        var env = Map.of("HOME", "/home/a", "XDG_DATA_HOME", "/data", "XDG_CONFIG_HOME", "not/absolute");
        assertThat(Folders.of(null, null, env))
                .isEqualTo(new Folders(Path.of("/data/allmende"), Path.of("/home/a/.config/allmende/keys")));
    }

    @Test
    void keysLieInADataFolderThatWasNamedUnlessTheyAreNamedToo() {
        assertThat(Folders.of(Path.of("/srv/x"), null, HOME).keys()).isEqualTo(Path.of("/srv/x/keys"));
        assertThat(Folders.of(Path.of("/srv/x"), Path.of("/k"), HOME).keys()).isEqualTo(Path.of("/k"));
    }
}
