package dev.allmende.server.doctor;

import java.util.List;

/** Which Java runs this. */
final class JavaRuntime implements Examination {

    private static final int NEEDED = 25;

    @Override
    public String topic() {
        return "Java";
    }

    @Override
    public List<Finding> of(Patient patient) {
        var version = Runtime.version();
        var found = "%s %s, %s".formatted(System.getProperty("java.vendor"), version, System.getProperty("java.home"));
        return List.of(
                version.feature() >= NEEDED
                        ? Finding.ok(topic(), found)
                        : Finding.fault(
                                topic(), found, "install a JDK " + NEEDED + " or newer; see ALLMENDE_JAVA_HOME"));
    }
}
