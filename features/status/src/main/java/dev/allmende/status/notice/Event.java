package dev.allmende.status.notice;

/** What messages tell of. */
public enum Event {
    INCIDENT_MADE("incident.made"),
    INCIDENT_UPDATED("incident.updated"),
    INCIDENT_RESOLVED("incident.resolved"),
    MAINTENANCE_ANNOUNCED("maintenance.announced"),
    MAINTENANCE_MOVED("maintenance.moved"),
    MAINTENANCE_UPDATED("maintenance.updated"),
    MAINTENANCE_STARTED("maintenance.started"),
    MAINTENANCE_ENDED("maintenance.ended"),
    MAINTENANCE_CANCELLED("maintenance.cancelled");

    private final String word;

    Event(String word) {
        this.word = word;
    }

    /** Type in a webhook, and key of texts. */
    public String word() {
        return word;
    }

    /** Whether it says alone how things stand, to who was told nothing before. */
    boolean isHeadline() {
        return switch (this) {
            case INCIDENT_MADE, INCIDENT_RESOLVED, MAINTENANCE_ANNOUNCED, MAINTENANCE_STARTED -> true;
            case INCIDENT_UPDATED, MAINTENANCE_MOVED, MAINTENANCE_UPDATED, MAINTENANCE_ENDED, MAINTENANCE_CANCELLED ->
                false;
        };
    }
}
