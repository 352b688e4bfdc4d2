"""The sample: a believable job search around any day. Everything in it is made up."""
