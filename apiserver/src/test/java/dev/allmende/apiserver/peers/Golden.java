package dev.allmende.apiserver.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The files that hold what the scripts are to answer. {@code NAME.txt} is what the newest kubectl printed when it talked
 * to a kube-apiserver; {@code NAME.33.txt} is there where kubectl 1.33 prints something else. {@code NAME.embedded.txt}
 * and {@code NAME.33.embedded.txt} hold what the embedded server answers to the lines that are known to differ.
 */
record Golden(Path folder) {

    /** What to hold a run against; {@code DIFFERING} has entries for the lines that differ alone. */
    enum Kind {
        REAL(".txt"),
        DIFFERING(".embedded.txt");

        private final String suffix;

        Kind(String suffix) {
            this.suffix = suffix;
        }
    }

    Transcript read(Kind kind, String script, int minor) throws IOException {
        var own = own(kind, script, minor);
        var file = Files.exists(own) ? own : common(kind, script);
        return Files.exists(file) ? Transcript.parse(Files.readString(file)) : Transcript.EMPTY;
    }

    /** Writes it where the newest kubectl's file does not already say the same. */
    void write(Kind kind, String script, int minor, boolean newest, Transcript transcript) throws IOException {
        var common = common(kind, script);
        var file = newest ? common : own(kind, script, minor);
        boolean needed = newest
                ? !transcript.entries().isEmpty()
                : !Files.exists(common) || !Files.readString(common).equals(transcript.toString());
        if (needed) {
            Files.createDirectories(folder);
            Files.writeString(file, transcript.toString());
        } else {
            Files.deleteIfExists(file);
        }
    }

    private Path common(Kind kind, String script) {
        return folder.resolve(script + kind.suffix);
    }

    private Path own(Kind kind, String script, int minor) {
        return folder.resolve(script + "." + minor + kind.suffix);
    }
}
