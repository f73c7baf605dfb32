package dev.allmende.devcloud.scenario;

import dev.allmende.devcloud.fault.Faults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * A file that says what goes wrong in a cloud that runs: a list as a scenario has under {@code faults}. Without the file
 * nothing does. A file and no request, so that only who may write beside the cloud's logins can break it.
 */
public final class FaultsFile implements AutoCloseable {

    private static final Duration GLANCE = Duration.ofMillis(500);

    /** Many times what anybody writes by hand. */
    private static final int LONGEST = 1 << 20;

    /** No text begins with it that is YAML. */
    private static final String PROBLEM = "\0";

    private final Path file;
    private final Faults faults;
    private final Consumer<String> problems;
    private final Thread thread;
    private String last = "";

    private FaultsFile(Path file, Faults faults, Consumer<String> problems) {
        this.file = file;
        this.faults = faults;
        this.problems = problems;
        this.thread = Thread.ofVirtual().name("faults").unstarted(this::watch);
    }

    /**
     * Looks at it twice a second until closed.
     *
     * @param problems told once of each text that is no list of faults; until it is mended what was there before holds
     */
    public static FaultsFile watch(Path file, Faults faults, Consumer<String> problems) {
        var watched = new FaultsFile(file, faults, problems);
        watched.thread.start();
        return watched;
    }

    private void watch() {
        try {
            while (true) {
                look();
                Thread.sleep(GLANCE);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** Acts on what is new only, so that each problem is told once. */
    private void look() {
        String found = glance();
        if (!found.equals(last)) {
            last = found;
            if (found.startsWith(PROBLEM)) {
                problems.accept(found.substring(PROBLEM.length()));
            } else {
                read(found);
            }
        }
    }

    private void read(String text) {
        try {
            faults.replace(ScenarioReader.faults(file.toString(), text));
        } catch (ScenarioException wrong) {
            problems.accept(String.valueOf(wrong.getMessage()));
        }
    }

    private String glance() {
        try {
            return Files.size(file) > LONGEST
                    ? PROBLEM + file + ": is longer than " + LONGEST + " bytes"
                    : Files.readString(file);
        } catch (NoSuchFileException none) {
            return "";
        } catch (IOException e) {
            return PROBLEM + file + ": cannot be read: " + e;
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
