package dev.allmende.apiserver.peers;

import static org.junit.jupiter.api.Assertions.fail;

import dev.allmende.apiserver.peers.Golden.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * All scripts with all kubectls against one server. Each script gets a folder of its own, with copies of the files it
 * names; {@code target/peers} keeps what each answered.
 *
 * @param server {@code real} or {@code embedded}: which one it is
 * @param clients folders of programs by kubectl's minor version, the newest first
 */
record Suite(String server, Map<Integer, Path> clients, Path kubeconfig) {

    static final String EMBEDDED = "embedded";
    static final String REAL = "real";

    private static final Path HOME = Path.of("src/test/resources/dev/allmende/apiserver/peers");
    private static final Path DIFFERENCES = Path.of("DIFFERENCES.md");
    private static final Golden GOLDEN = new Golden(HOME.resolve("golden"));

    /** Scripts of helm; the packages of both kubectls carry the same helm. */
    private static final Pattern ONCE = Pattern.compile("helm.*");

    /** Where an older kubectl asks otherwise, and not only prints otherwise; the others are for the real server's run. */
    private static final Pattern OLDER_TOO = Pattern.compile("apply|delete|patch|server-side|wait|watch");

    /** One script with one kubectl. */
    private record Play(String script, int minor, boolean newest) {}

    Stream<DynamicTest> tests() throws IOException {
        var answers = new Workers(clients.size());
        return plays().stream()
                .map(play -> Map.entry(play, answers.of(play.script(), () -> answers(play))))
                .toList()
                .stream()
                .map(played -> DynamicTest.dynamicTest(
                        played.getKey().script() + " with kubectl 1."
                                + played.getKey().minor(),
                        () -> judge(played.getKey(), played.getValue().call())));
    }

    private List<Play> plays() throws IOException {
        int newest = clients.keySet().iterator().next();
        var plays = new ArrayList<Play>();
        for (var script : scripts()) {
            plays.add(new Play(script, newest, true));
        }
        for (int minor : clients.keySet()) {
            if (minor != newest) {
                scripts().stream()
                        .filter(script -> !ONCE.matcher(script).matches())
                        .filter(script ->
                                server.equals(REAL) || OLDER_TOO.matcher(script).matches())
                        .forEach(script -> plays.add(new Play(script, minor, false)));
            }
        }
        return plays;
    }

    /** Names of the scripts; {@code -Dpeers=REGEX} takes some of them. */
    private static List<String> scripts() throws IOException {
        var wanted = Pattern.compile(System.getProperty("peers", ".*"));
        try (var files = Files.list(HOME.resolve("scripts"))) {
            return files.map(file -> file.getFileName().toString().replaceAll("\\.script$", ""))
                    .filter(wanted.asMatchPredicate())
                    .sorted()
                    .toList();
        }
    }

    private static List<Step> steps(String script) throws IOException {
        return Step.read(Files.readString(HOME.resolve("scripts/" + script + ".script")));
    }

    private Transcript answers(Play play) throws IOException, InterruptedException {
        var answers = Run.of(steps(play.script()), shell(play.script(), play.minor()));
        keep(play.script(), play.minor(), answers);
        return answers;
    }

    private void judge(Play play, Transcript answers) throws IOException {
        var script = play.script();
        int minor = play.minor();
        var steps = steps(script);
        boolean embedded = server.equals(EMBEDDED);
        if ("write".equals(System.getProperty("allmende.golden"))) {
            GOLDEN.write(
                    embedded ? Kind.DIFFERING : Kind.REAL,
                    script,
                    minor,
                    play.newest(),
                    embedded ? answers.where(steps, Step::differs) : answers);
            return;
        }
        var real = GOLDEN.read(Kind.REAL, script, minor);
        var judged = embedded
                ? Comparison.ofEmbedded(
                        steps, real, GOLDEN.read(Kind.DIFFERING, script, minor), answers, Files.readString(DIFFERENCES))
                : Comparison.of(real, answers);
        if (!judged.isEmpty()) {
            fail(judged.size() + " lines of " + script + ".script are answered otherwise by the " + server
                    + " server with kubectl 1." + minor + ":\n" + String.join("\n", judged));
        }
    }

    private Shell shell(String script, int minor) throws IOException {
        var folder = Files.createTempDirectory("peers-" + script + "-");
        copy(HOME.resolve("files"), folder);
        var own = folder.resolve(".kubeconfig");
        Files.copy(kubeconfig, own, StandardCopyOption.COPY_ATTRIBUTES);
        return new Shell(folder, Optional.ofNullable(clients.get(minor)).orElseThrow(), own);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private void keep(String script, int minor, Transcript answers) throws IOException {
        var folder = Files.createDirectories(Path.of("target/peers", server));
        Files.writeString(folder.resolve(script + "." + minor + ".txt"), answers.toString());
    }
}
