//! The margin: where cards stand beside their lines, when there is not room for all of them there.
//!
//! Lengths are in whatever unit the caller measures in. Knows neither cards nor the page.

/// What wants to stand in the margin.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Beside {
    /// Where its line is, counted from the top.
    pub line: f64,
    /// Its own height, with the gap below it.
    pub height: f64,
    /// How strongly it is drawn to its line: one of a weight far above the others stands there.
    pub weight: f64,
}

/// Cards that touch, and so move as one.
struct Run {
    count: usize,
    weight: f64,
    /// The place of the first that is best for all: each as near to its line as the others let it.
    top: f64,
}

/// Returns the top of each of `cards`, in their order.
///
/// None lies over another or above 0, and the sum of their squared distances from their lines,
/// each by its weight, is the least there can be: isotonic regression, by pooling neighbours that
/// stand in each other's way (Ayer et al. 1955).
pub fn place(cards: &[Beside]) -> Vec<f64> {
    let mut runs: Vec<Run> = Vec::new();
    let mut above = 0.0;
    for card in cards {
        // Where the first card of all would be, were this one at its line and all between touching.
        let mut run = Run { count: 1, weight: card.weight, top: card.line - above };
        while let Some(last) = runs.pop_if(|last| last.top >= run.top) {
            let weight = last.weight + run.weight;
            run = Run {
                count: last.count + run.count,
                weight,
                top: (last.top * last.weight + run.top * run.weight) / weight,
            };
        }
        runs.push(run);
        above += card.height;
    }
    let mut tops = Vec::with_capacity(cards.len());
    let mut above = 0.0;
    for run in runs {
        for card in cards.iter().skip(tops.len()).take(run.count) {
            tops.push(run.top.max(0.0) + above);
            above += card.height;
        }
    }
    tops
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn card(line: f64, height: f64) -> Beside {
        Beside { line, height, weight: 1.0 }
    }

    #[test]
    fn cards_with_room_stand_at_their_lines() {
        assert_eq!(
            place(&[card(10.0, 50.0), card(60.0, 50.0), card(300.0, 50.0)]),
            [10.0, 60.0, 300.0]
        );
    }

    #[test]
    fn cards_of_one_line_stand_around_it() {
        assert_eq!(place(&[card(100.0, 50.0), card(100.0, 50.0)]), [75.0, 125.0]);
    }

    #[test]
    fn a_heavy_card_stands_at_its_line_and_the_others_make_room() {
        let heavy = Beside { weight: 1e9, ..card(100.0, 50.0) };
        let tops = place(&[card(100.0, 50.0), heavy, card(100.0, 50.0)]);
        assert_eq!(tops.iter().map(|top| top.round()).collect::<Vec<_>>(), [50.0, 100.0, 150.0]);
    }

    #[test]
    fn nothing_stands_above_the_top() {
        assert_eq!(place(&[card(0.0, 50.0), card(0.0, 50.0)]), [0.0, 50.0]);
    }

    fn cards() -> impl Strategy<Value = Vec<Beside>> {
        let one = (0..5000u32, 20..200u32, 1..4u32);
        proptest::collection::vec(one, 0..40).prop_map(|mut all| {
            all.sort_unstable();
            let own = |(line, height, weight): (u32, u32, u32)| Beside {
                line: f64::from(line),
                height: f64::from(height),
                weight: f64::from(weight),
            };
            all.into_iter().map(own).collect()
        })
    }

    fn cost(cards: &[Beside], tops: &[f64]) -> f64 {
        cards.iter().zip(tops).map(|(card, top)| card.weight * (top - card.line).powi(2)).sum()
    }

    proptest! {
        #[test]
        fn none_lies_over_another(cards in cards()) {
            let tops = place(&cards);
            prop_assert_eq!(tops.len(), cards.len());
            for (pair, card) in tops.windows(2).zip(&cards) {
                prop_assert!(pair[0] + card.height <= pair[1] + 1e-6);
            }
            prop_assert!(tops.first().is_none_or(|top| *top >= 0.0));
        }

        #[test]
        fn no_small_move_of_one_card_brings_them_nearer(
            cards in cards(),
            at in any::<prop::sample::Index>(),
            step in prop::sample::select(vec![-3.0, -0.5, 0.5, 3.0]),
        ) {
            prop_assume!(!cards.is_empty());
            let tops = place(&cards);
            let mut moved = tops.clone();
            moved[at.index(cards.len())] += step;
            let lawful = moved.first().is_none_or(|top| *top >= 0.0)
                && moved.windows(2).zip(&cards).all(|(pair, card)| pair[0] + card.height <= pair[1]);
            if lawful {
                prop_assert!(cost(&cards, &tops) <= cost(&cards, &moved) + 1e-6);
            }
        }
    }
}
