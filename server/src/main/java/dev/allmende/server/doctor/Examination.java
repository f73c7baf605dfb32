package dev.allmende.server.doctor;

import java.io.IOException;
import java.util.List;

/** Looks at one thing and changes nothing. */
interface Examination {

    String topic();

    List<Finding> of(Patient patient) throws IOException, InterruptedException;
}
