package dev.allmende.devcloud.scenario;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What lies in the cloud. */
public final class Things {
    private Things() {}

    /** A service in the catalog. */
    public record ServiceEntry(String type, String name, List<String> interfaces) {}

    /**
     * @param ram in MiB
     * @param disk in GB
     */
    public record Flavor(String name, int vcpus, int ram, int disk, boolean isPublic, Map<String, String> extraSpecs) {}

    /**
     * @param size in bytes
     * @param minDisk in GiB
     * @param minRam in MiB
     * @param age how many days before the start of the cloud the image was made
     * @param properties custom properties; {@code ${date-N}} in a value becomes the day N days before the start
     */
    public record Image(
            String name,
            String visibility,
            boolean hidden,
            String status,
            long size,
            int minDisk,
            int minRam,
            int age,
            List<String> tags,
            Map<String, String> properties) {}

    public record VolumeType(
            String name, Optional<String> description, boolean isPublic, Map<String, String> extraSpecs) {}

    /** A rule that Neutron copies into new groups. */
    public record DefaultRule(
            String direction,
            String ethertype,
            Optional<String> protocol,
            Optional<Integer> portMin,
            Optional<Integer> portMax,
            Optional<String> remoteIpPrefix,
            Optional<String> remoteGroup,
            boolean inDefaultGroup,
            boolean inOtherGroups) {}

    /**
     * What the console of a server shows.
     *
     * @param marker a regular expression; this console is for servers whose user data it finds; groups with names become
     *     variables
     * @param text the template: {@code ${name}} is a variable, {@code ${server}}, {@code ${metadata}} and the groups of
     *     the marker are set for each server
     * @param after how long after the server's start the console has its text; before that it is empty
     */
    public record Console(
            Optional<String> marker, Map<String, String> variables, String text, java.time.Duration after) {}

    /** A server that exists from the start. */
    public record Server(
            String name, String project, String flavor, String image, String status, Map<String, String> metadata) {}
}
