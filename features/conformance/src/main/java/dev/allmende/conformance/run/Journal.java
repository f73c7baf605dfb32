package dev.allmende.conformance.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the {@link Ledger} of another run left on disk.
 *
 * @param alive whether that run is still under way, or cleaning up after itself
 * @param left what is not known to be gone
 */
record Journal(Path file, String run, boolean alive, List<Noted> left) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ENDING = ".jsonl";

    Journal {
        left = List.copyOf(left);
    }

    /** All journals in a folder, which need not exist, by name. */
    static List<Journal> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(RunId.PATTERN + "\\" + ENDING))
                    .sorted()
                    .map(Journal::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the notes about earlier runs in " + folder, e);
        }
    }

    private static Journal read(Path file) {
        var name = file.getFileName().toString();
        var run = name.substring(0, name.length() - ENDING.length());
        try {
            return new Journal(file, run, isAlive(file), left(Files.readString(file, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the notes about run " + run + " in " + file, e);
        }
    }

    private static boolean isAlive(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return channel.tryLock() == null;
        } catch (OverlappingFileLockException thisVeryProcess) {
            return true;
        }
    }

    static List<Noted> left(String lines) {
        var noted = new TreeMap<Integer, Noted>();
        for (var line : lines.lines().toList()) {
            note(line, noted);
        }
        return new ArrayList<>(noted.values());
    }

    private static void note(String line, TreeMap<Integer, Noted> noted) {
        JsonNode event;
        try {
            event = JSON.readTree(line);
        } catch (IOException cutOffByAPowerLoss) {
            return;
        }
        int number = event.path("n").asInt();
        switch (event.path("event").asText()) {
            case "creating" ->
                noted.put(
                        number,
                        new Noted(
                                number,
                                event.path("cloud").asText(),
                                Kind.of(event.path("kind").asText()),
                                event.path("name").asText(),
                                Optional.empty()));
            case "created" ->
                noted.computeIfPresent(
                        number, (same, made) -> made.withId(event.path("id").asText()));
            case "removed" -> noted.remove(number);
            default -> throw new IllegalArgumentException("a note this release does not know: " + line);
        }
    }
}
