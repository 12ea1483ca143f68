package org.acutance.bench;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * One task that we and others did.
 *
 * @param task what it was
 * @param ours what it took us
 * @param peers what it took others, by name, in the same unit
 */
record Contest(String task, double ours, Map<String, Double> peers) {
    /**
     * What a task took others.
     *
     * @param names the others
     * @param figures by the name of one of them, a space and a task
     */
    static Map<String, Double> of(List<String> names, Map<String, Double> figures, String task) {
        Map<String, Double> found = new HashMap<>();
        for (String name : names) {
            if (figures.containsKey(name + " " + task)) {
                found.put(name, figures.get(name + " " + task));
            }
        }
        return found;
    }

    /** What it took one of them; a dash if it was not there. */
    static String cell(Map<String, Double> peers, String name, int decimals) {
        return peers.containsKey(name) ? Table.number(peers.get(name), decimals) : "-";
    }

    /** By how much we are faster than a peer: the geometric mean over the tasks that it did, and the worst of them. */
    static String comparison(String peer, List<Contest> contests) {
        List<Contest> compared = contests.stream()
                .filter(contest -> contest.peers.containsKey(peer))
                .toList();
        if (compared.isEmpty()) {
            return peer + ": not here";
        }
        ToDoubleFunction<Contest> ratio = contest -> contest.peers.getOrDefault(peer, Double.NaN) / contest.ours;
        double mean = Math.exp(compared.stream()
                .mapToDouble(contest -> Math.log(ratio.applyAsDouble(contest)))
                .average()
                .orElseThrow());
        Contest worst = compared.stream().min(Comparator.comparingDouble(ratio)).orElseThrow();
        return peer + ": " + Table.number(mean, 2) + " times as fast in the geometric mean, at least "
                + Table.number(ratio.applyAsDouble(worst), 2) + " times (" + worst.task + ")";
    }
}
