package org.acutance.app.picture;

import java.util.ArrayList;
import java.util.List;

/** The names of series with their colours, in as many rows as they need. */
record Legend(List<Entry> entries, int height) {
    private static final int ROW = 26;
    private static final int SWATCH = 22;
    private static final int SWATCH_GAP = 8;
    private static final int ENTRY_GAP = 28;
    private static final double THICKNESS = 3;

    /** A name, the number of its series, and where it is drawn. */
    record Entry(String name, int number, double x, int row) {}

    /** Places the names that are not empty within a width. */
    static Legend of(List<String> names, int width) {
        List<Entry> entries = new ArrayList<>();
        double x = 0;
        int row = 0;
        for (int i = 0; i < names.size(); i++) {
            String name = TextStyle.BODY.shortened(names.get(i), width - SWATCH - SWATCH_GAP);
            if (!name.isEmpty()) {
                double needed = SWATCH + SWATCH_GAP + TextStyle.BODY.width(name);
                boolean wraps = x > 0 && x + needed > width;
                row += wraps ? 1 : 0;
                x = wraps ? 0 : x;
                entries.add(new Entry(name, i, x, row));
                x += needed + ENTRY_GAP;
            }
        }
        return new Legend(List.copyOf(entries), entries.isEmpty() ? 0 : (row + 1) * ROW);
    }

    void draw(Canvas canvas, int left, int top) {
        for (Entry entry : entries) {
            int baseline = top + entry.row() * ROW + ROW / 2;
            double middle = baseline - TextStyle.BODY.capHeight() / 2 + 1;
            double x = left + entry.x();
            canvas.line(new Pen(THICKNESS, Palette.series(entry.number())), x + 1, middle, x + SWATCH, middle);
            canvas.text(TextStyle.BODY.in(Palette.INK), x + SWATCH + SWATCH_GAP, baseline, entry.name());
        }
    }
}
