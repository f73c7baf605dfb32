package dev.allmende.apiserver.peers;

import java.util.ArrayList;
import java.util.List;

/** Holds the answers of a run against the golden ones, line by line. */
final class Comparison {

    private Comparison() {}

    /** One text for each line that is answered otherwise. */
    static List<String> of(Transcript golden, Transcript answers) {
        if (!golden.commands().equals(answers.commands())) {
            return List.of("the golden file has other lines than the script: write it anew against the real server");
        }
        var complaints = new ArrayList<String>();
        for (int i = 0; i < golden.entries().size(); i++) {
            complain(golden.entries().get(i), answers.entries().get(i), complaints);
        }
        return complaints;
    }

    /**
     * The same for the embedded server. A line that is said to differ must do so, as its own golden file says, and the
     * word that stands for the reason must be explained.
     */
    static List<String> ofEmbedded(
            List<Step> steps, Transcript real, Transcript differing, Transcript answers, String explanations) {
        var complaints = new ArrayList<String>();
        steps.stream()
                .filter(step -> step.differs() && !explanations.contains("| `" + step.reason() + "` |"))
                .forEach(step -> complaints.add("DIFFERENCES.md does not explain " + step.reason()));
        complaints.addAll(
                of(real.where(steps, step -> !step.differs()), answers.where(steps, step -> !step.differs())));
        var expected = real.where(steps, Step::differs);
        var differ = answers.where(steps, Step::differs);
        complaints.addAll(of(differing, differ));
        for (int i = 0; i < differ.entries().size(); i++) {
            if (i < expected.entries().size()
                    && expected.entries().get(i).equals(differ.entries().get(i))) {
                complaints.add("$ " + differ.entries().get(i).command() + "\nno longer differs; take its mark away");
            }
        }
        return complaints;
    }

    private static void complain(Transcript.Entry golden, Transcript.Entry answer, List<String> complaints) {
        if (!golden.answer().equals(answer.answer())) {
            complaints.add(
                    "$ " + golden.command() + "\n--- expected\n" + golden.answer() + "--- but was\n" + answer.answer());
        }
    }
}
