package dev.allmende.conformance.report;

import java.util.Map;

/** What the numbers of the standards stand for. */
final class StandardTitles {

    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("scs-0100", "Flavor naming"),
            Map.entry("scs-0101", "Entropy"),
            Map.entry("scs-0102", "Image metadata"),
            Map.entry("scs-0103", "Standard flavors"),
            Map.entry("scs-0104", "Standard images"),
            Map.entry("scs-0114", "Volume types"),
            Map.entry("scs-0115", "Default rules of security groups"),
            Map.entry("scs-0116", "Key manager"),
            Map.entry("scs-0117", "Volume backup"),
            Map.entry("scs-0121", "Availability zones"),
            Map.entry("scs-0123", "IaaS services"),
            Map.entry("scs-0125", "Secure connections"),
            Map.entry("scs-0201", "CNCF Kubernetes conformance"),
            Map.entry("scs-0210", "Kubernetes version policy"),
            Map.entry("scs-0214", "Node distribution"),
            Map.entry("scs-0219", "Cluster networking"),
            Map.entry("scs-0302", "Domain manager role"));

    private StandardTitles() {}

    /** Empty when the standard is not known by number. */
    static String of(String standard) {
        return standard.length() < 8 ? "" : TITLES.getOrDefault(standard.substring(0, 8), "");
    }
}
