//! Order: things sorted by a number that each has.
//!
//! One sort serves all of the page: compiled again for every type, sorting weighs as much as a room.

/// Sorts `things` by a number of each; those of the same number stay in the order they are in.
///
/// ```
/// use ascribe::text::in_order;
/// assert_eq!(in_order(vec!["said", "no", "to"], |word| word.len()), ["no", "to", "said"]);
/// ```
pub fn in_order<T>(things: Vec<T>, number: impl Fn(&T) -> usize) -> Vec<T> {
    let mut places: Vec<(usize, usize)> =
        things.iter().enumerate().map(|(index, thing)| (number(thing), index)).collect();
    sort(&mut places);
    let mut things: Vec<Option<T>> = things.into_iter().map(Some).collect();
    places.iter().filter_map(|(_, index)| things.get_mut(*index)?.take()).collect()
}

#[inline(never)]
fn sort(places: &mut [(usize, usize)]) {
    places.sort_unstable();
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_is_the_order_of_a_stable_sort(numbers in proptest::collection::vec(0usize..9, 0..40)) {
            let things: Vec<(usize, usize)> = numbers.into_iter().zip(0..).collect();
            let mut sorted = things.clone();
            sorted.sort_by_key(|(number, _)| *number);
            prop_assert_eq!(in_order(things, |(number, _)| *number), sorted);
        }
    }
}
