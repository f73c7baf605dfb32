package dev.allmende.e2e.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {

    private StrawHouse house;

    @BeforeEach
    void build(@TempDir Path folder) throws IOException {
        house = new StrawHouse(folder);
    }

    @Nested
    class TheJdk {

        @Test
        void isTheInstalledOneWhenTheJavaOnThePathIsTooOld() throws Exception {
            house.onPath(house.installed("17.0.15"));
            house.installed("25.0.3");
            assertThat(house.run("--version").out()).startsWith("java 25.0.3:").endsWith(" <--version>\n");
        }

        @Test
        void isLookedForInAFixedOrder() throws Exception {
            house.onPath(house.elsewhere("28"));
            assertThat(house.run().out()).startsWith("java 28:");
            house.installed("27.0.1");
            assertThat(house.run().out()).startsWith("java 27.0.1:");
            house.with("JAVA_HOME", house.elsewhere("26-ea"));
            assertThat(house.run().out()).startsWith("java 26-ea:");
            house.with("ALLMENDE_JAVA_HOME", house.elsewhere("25"));
            assertThat(house.run().out()).startsWith("java 25:");
        }

        @Test
        void isNotTakenFromAJavaHomeThatIsTooOld() throws Exception {
            house.with("JAVA_HOME", house.elsewhere("21.0.1"));
            house.installed("25.0.3");
            assertThat(house.run().out()).startsWith("java 25.0.3:");
        }

        @Test
        void isNotGuessedWhenTheOneAskedForIsTooOld() throws Exception {
            house.with("ALLMENDE_JAVA_HOME", house.elsewhere("21.0.1"));
            house.installed("25.0.3");
            var run = house.run();
            assertThat(run.exitCode()).isEqualTo(69);
            assertThat(run.err())
                    .contains("ALLMENDE_JAVA_HOME must name a JDK 25 or newer")
                    .contains("JDK 21");
        }

        @Test
        void isAskedForWhenThereIsNone() throws Exception {
            house.onPath(house.installed("17.0.15"));
            house.with("JAVA_HOME", "/nowhere");
            var run = house.run("--version");
            assertThat(run.exitCode()).isEqualTo(69);
            assertThat(run.out()).isEmpty();
            assertThat(run.err())
                    .contains("needs a JDK 25 or newer and found none")
                    .contains("/nowhere: no JDK (JAVA_HOME)")
                    .contains("JDK 17 (installed)")
                    .contains("JDK 17 (the java on PATH)")
                    .contains("ALLMENDE_JAVA_HOME");
        }

        @Test
        void runsWithTheOptionsAskedFor() throws Exception {
            house.installed("25.0.3");
            house.with("ALLMENDE_JAVA_OPTS", "-Xmx64m -Da=b");
            assertThat(house.run("flavor", "explain", "two words").out())
                    .matches(".* <-XX:AOTCache=[^>]*> <-Xmx64m> <-Da=b> <-jar> <[^>]*allmende.jar> "
                            + "<flavor> <explain> <two words>\n");
        }

        @Test
        void startsTheServerFromACacheOfItsOwnAndBoundsItsHeapUnlessToldOtherwise() throws Exception {
            house.installed("25.0.3");
            house.with("ALLMENDE_JAVA_OPTS", "-Xmx2g");
            assertThat(house.run("up", "--no-demo").out())
                    .matches(
                            ".* <-XX:AOTCache=[^>]*/allmende-up-[^>]*> .*<-Xmx1g> .*<-Xmx2g> <-jar> <[^>]*allmende.jar> "
                                    + "<up> <--no-demo>\n");
        }

        @Test
        void startsFromTheCacheThatTheTrainingRunMade() throws Exception {
            var jdk = Path.of(System.getProperty("java.home"));
            house.with("ALLMENDE_JAVA_HOME", jdk);
            Probe.writeJar(house.jarThatMavenBuilds());
            var first = house.run("hello");
            assertThat(first.out()).isEqualTo("probe [hello]\n");
            // With this mode the JVM refuses to start when it cannot use the cache.
            house.with("ALLMENDE_JAVA_OPTS", "-XX:AOTMode=on");
            var second = house.run("exit=7");
            assertThat(second.exitCode()).as(second.err()).isEqualTo(7);
            assertThat(second.out()).isEqualTo("probe [exit=7]\n");
            var server = house.run("up");
            assertThat(server.exitCode()).as(server.err()).isZero();
            assertThat(server.out()).isEqualTo("probe [up]\n");
        }
    }

    @Nested
    class TheBuild {

        @BeforeEach
        void installJdk() throws IOException {
            house.installed("25.0.3");
        }

        @Test
        void runsOnceAndAgainOnlyWhenASourceOfTheProgramChanged() throws Exception {
            house.age();
            house.run();
            house.run();
            assertThat(house.mavenCalls()).hasSize(1);
            Files.writeString(house.root.resolve("server/src/test/java/MainTest.java"), "class MainTest {}");
            Files.writeString(house.root.resolve("README.md"), "read me");
            house.run();
            assertThat(house.mavenCalls())
                    .as("a test and a text are not in the program")
                    .hasSize(1);
            StrawHouse.change(house.source);
            house.run();
            assertThat(house.mavenCalls()).as("a source").hasSize(2);
            StrawHouse.change(house.root.resolve("pom.xml"));
            house.run();
            assertThat(house.mavenCalls()).as("a POM").hasSize(3);
            Files.delete(house.source);
            house.run();
            assertThat(house.mavenCalls()).as("a source that is gone").hasSize(4);
        }

        @Test
        void makesTheCacheAnew() throws Exception {
            house.age();
            house.run();
            var cache = cache();
            Files.writeString(cache, "old");
            house.run();
            assertThat(cache).hasContent("old");
            StrawHouse.change(house.source);
            house.run();
            assertThat(cache).hasContent("trained");
        }

        @Test
        void runsOnceForCommandsStartedTogether() throws Exception {
            house.age();
            var runs = new ArrayList<Process>();
            for (int i = 0; i < 6; i++) {
                runs.add(house.start(house.launcher(), "exit=" + i));
            }
            for (int i = 0; i < runs.size(); i++) {
                assertThat(house.finish(runs.get(i)).exitCode()).isEqualTo(i);
            }
            assertThat(house.mavenCalls()).hasSize(1);
        }

        @Test
        void thatFailsSaysWhereAndIsTriedAgain() throws Exception {
            house.age();
            house.mavenFails(true);
            var run = house.run();
            assertThat(run.exitCode()).isEqualTo(70);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).contains("Main.java:[1,2] no such thing").contains("target/build.log");
            house.mavenFails(false);
            assertThat(house.run().exitCode()).isZero();
            assertThat(house.mavenCalls()).hasSize(2);
        }

        @Test
        void asksForMaven() throws Exception {
            house.withoutMaven();
            var run = house.run();
            assertThat(run.exitCode()).isEqualTo(69);
            assertThat(run.err()).contains("apt-get install maven");
        }

        @Test
        void endsWithTheLauncher() throws Exception {
            house.mavenWaits(true);
            var launcher = house.start(house.launcher());
            var maven = house.waitingMaven();
            launcher.destroy();
            assertThat(launcher.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(launcher.exitValue()).isEqualTo(143);
            assertThat(maven.onExit()).succeedsWithin(Duration.ofMinutes(1));
            house.mavenWaits(false);
            assertThat(house.run().exitCode()).as("the lock is free again").isZero();
        }

        private Path cache() throws IOException {
            try (var files = Files.newDirectoryStream(house.root.resolve("server/target/app"), "*.aot")) {
                return files.iterator().next();
            }
        }
    }

    @Nested
    class TheProgram {

        @BeforeEach
        void installJdk() throws IOException {
            house.installed("25.0.3");
        }

        @Test
        void isFoundThroughALinkFromAnotherFolder() throws Exception {
            var link = Files.createSymbolicLink(house.root.resolveSibling("link"), house.launcher());
            var run = house.finish(house.start(link, "-h"));
            assertThat(run.exitCode()).isZero();
            assertThat(run.out()).contains("a repository/server/target/app/allmende.jar> <-h>");
        }

        @Test
        void setsTheExitCode() throws Exception {
            assertThat(house.run("exit=2").exitCode()).isEqualTo(2);
            assertThat(house.run("exit=0").exitCode()).isZero();
        }

        @Test
        void getsTheSignal() throws Exception {
            house.run();
            var process = house.start(house.launcher(), "wait");
            assertThat(process.inputReader().readLine()).isEqualTo("waiting");
            process.destroy();
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).isEqualTo(143);
        }

        @Test
        void isBuiltAndTestedByMavenWithTheArgumentsGiven() throws Exception {
            assertThat(house.run("test", "-pl", "cli", "-Dtest=A B").exitCode()).isZero();
            assertThat(house.mavenCalls()).singleElement().asString().endsWith("verify -pl cli -Dtest=A B");
            house.mavenFails(true);
            assertThat(house.run("test").exitCode()).isEqualTo(1);
        }

        @Test
        void isNotBuiltAgainAfterAllTestsPassed() throws Exception {
            house.age();
            house.run("test");
            house.run();
            assertThat(house.mavenCalls()).hasSize(1);
        }
    }
}
