package dev.allmende.e2e;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Holds the table of ARCHITECTURE.md: which room may use which, and what no room does. */
class HouseTest {

    private static final String HOUSE = "dev.allmende";

    /** Each room and the rooms it may use. A new room starts with a line here. */
    private static final Map<String, Set<String>> MAY_USE = new TreeMap<>(Map.ofEntries(
            // a library of its own, useful to others: knows no feature and no other room
            entry("apiserver", Set.of()),
            entry("openstack", Set.of()),
            entry("devcloud", Set.of()),
            entry("peer", Set.of()),
            entry("conformance", Set.of("openstack")),
            entry("api", Set.of()),
            entry("kit", Set.of("api")),
            entry("central", Set.of("api", "kit", "openstack", "peer")),
            entry("status", Set.of("api", "kit", "openstack", "peer")),
            // opens the cloud a run is given: a real one (openstack) or the demonstration (devcloud), docs/adr/0003
            entry("cli", Set.of("conformance", "devcloud", "openstack")),
            // puts all rooms together
            entry(
                    "server",
                    Set.of(
                            "api",
                            "apiserver",
                            "central",
                            "cli",
                            "conformance",
                            "devcloud",
                            "kit",
                            "openstack",
                            "peer",
                            "status"))));

    /** Rooms that others use: they return values and throw, but do not print or log by themselves. */
    private static final String[] LIBRARIES = {
        in("apiserver"),
        in("openstack"),
        in("devcloud"),
        in("peer"),
        in("conformance"),
        in("central"),
        in("status"),
        in("api"),
        in("kit")
    };

    /** Names that say in which layer code stands and not what it is for. */
    private static final Set<String> LAYER_NAMES =
            Set.of("impl", "util", "utils", "dto", "manager", "service", "helper", "helpers", "common", "misc");

    private static final JavaClasses CLASSES =
            new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests())).importPackages(HOUSE);

    @Test
    void everyRoomIsInTheTable() {
        assertThat(packages().map(HouseTest::room).distinct()).containsExactlyElementsOf(MAY_USE.keySet());
    }

    @Test
    void roomsUseOnlyWhatTheTableAllows() {
        MAY_USE.forEach((room, allowed) -> noClasses()
                .that()
                .resideInAPackage(in(room))
                .should()
                .dependOnClassesThat(resideInAnyPackage(roomsBut(room, allowed)))
                .because("ARCHITECTURE.md lets " + room + " use " + (allowed.isEmpty() ? "no other room" : allowed))
                .check(CLASSES));
    }

    @Test
    void roomsHaveNoCycles() {
        slices().matching(HOUSE + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void packagesAreNamedAfterWhatTheyAreFor() {
        assertThat(packages().filter(name -> Stream.of(name.split("\\.")).anyMatch(LAYER_NAMES::contains)))
                .isEmpty();
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(packages().filter(name -> !isNullMarked(CLASSES.getPackage(name))))
                .as("packages without a package-info.java that carries @NullMarked")
                .isEmpty();
    }

    @Test
    void librariesNeitherPrintNorLog() {
        noClasses()
                .that()
                .resideInAnyPackage(LIBRARIES)
                .should(ACCESS_STANDARD_STREAMS)
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("java.util.logging..")
                .because("a library returns values and throws; the command line and the server print")
                .check(CLASSES);
    }

    @Test
    void fieldsAreNotInjected() {
        noFields()
                .should()
                .beAnnotatedWith("jakarta.inject.Inject")
                .orShould()
                .beAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
                .because("collaborators come in through the constructor, so that a test can hand in its own")
                .check(CLASSES);
    }

    private static Stream<String> packages() {
        return CLASSES.stream().map(JavaClass::getPackageName).distinct().sorted();
    }

    private static String room(String packageName) {
        return packageName.split("\\.", -1)[2];
    }

    private static String[] roomsBut(String room, Set<String> allowed) {
        return MAY_USE.keySet().stream()
                .filter(other -> !other.equals(room) && !allowed.contains(other))
                .map(HouseTest::in)
                .toArray(String[]::new);
    }

    private static String in(String room) {
        return HOUSE + "." + room + "..";
    }

    private static boolean isNullMarked(JavaPackage room) {
        return room.tryGetPackageInfo()
                .filter(info -> info.isAnnotatedWith(NullMarked.class))
                .isPresent();
    }
}
