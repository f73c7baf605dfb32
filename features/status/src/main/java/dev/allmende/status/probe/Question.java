package dev.allmende.status.probe;

import java.io.IOException;
import java.util.Optional;

/** What a probe asks. Blocking; must end soon after an interrupt. */
interface Question {

    /**
     * @param watch told of each phase that has passed
     * @return why a good answer is no better than a slow one, such as a certificate that expires soon; empty when all is well
     * @throws Trouble when the answer was wrong
     * @throws IOException when there was none
     */
    Optional<String> ask(Watch watch) throws Trouble, IOException, InterruptedException;
}
